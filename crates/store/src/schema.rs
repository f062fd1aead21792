//! The table's shape, for engines where we make the table ourselves. In the cloud the template makes it.

use std::time::Duration;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection, ProjectionType,
    ScalarAttributeType, StreamSpecification, StreamViewType, TimeToLiveSpecification,
};

use crate::error::{StoreError, unavailable};
use crate::keys::TTL;
use crate::table::{Index, Table};

/// How long an engine may take to make a table before we call it unavailable.
const MAKING_ATTEMPTS: u32 = 100;
const MAKING_PAUSE: Duration = Duration::from_millis(100);

impl Table {
    /// Makes the table with its indexes, stream and time to live, unless it is there.
    pub(crate) async fn create_if_missing(&self) -> Result<(), StoreError> {
        let described = self.client.describe_table().table_name(&self.name).send().await;
        if described.is_ok() {
            return Ok(());
        }
        let broken = |error: aws_sdk_dynamodb::error::BuildError| StoreError::Corrupt(error.to_string());
        let attribute = |name: &str| {
            let definition = AttributeDefinition::builder().attribute_name(name);
            definition.attribute_type(ScalarAttributeType::S).build().map_err(broken)
        };
        let part = |name: &str, key_type: KeyType| {
            KeySchemaElement::builder().attribute_name(name).key_type(key_type).build().map_err(broken)
        };
        let mut request = self
            .client
            .create_table()
            .table_name(&self.name)
            .billing_mode(BillingMode::PayPerRequest)
            .key_schema(part("pk", KeyType::Hash)?)
            .key_schema(part("sk", KeyType::Range)?);
        for name in ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"] {
            request = request.attribute_definitions(attribute(name)?);
        }
        for index in [Index::Gsi1, Index::Gsi2] {
            let index = GlobalSecondaryIndex::builder()
                .index_name(index.name())
                .key_schema(part(&format!("{}pk", index.name()), KeyType::Hash)?)
                .key_schema(part(&format!("{}sk", index.name()), KeyType::Range)?)
                .projection(Projection::builder().projection_type(ProjectionType::All).build())
                .build()
                .map_err(broken)?;
            request = request.global_secondary_indexes(index);
        }
        let stream = StreamSpecification::builder()
            .stream_enabled(true)
            .stream_view_type(StreamViewType::NewAndOldImages)
            .build()
            .map_err(broken)?;
        request.stream_specification(stream).send().await.map_err(unavailable)?;
        self.wait_until_active().await?;
        let ttl = TimeToLiveSpecification::builder().attribute_name(TTL).enabled(true).build().map_err(broken)?;
        let update = self.client.update_time_to_live().table_name(&self.name).time_to_live_specification(ttl);
        update.send().await.map_err(unavailable)?;
        Ok(())
    }

    async fn wait_until_active(&self) -> Result<(), StoreError> {
        for _ in 0..MAKING_ATTEMPTS {
            let described = self.client.describe_table().table_name(&self.name).send().await.map_err(unavailable)?;
            let status = described.table.and_then(|table| table.table_status);
            if status == Some(aws_sdk_dynamodb::types::TableStatus::Active) {
                return Ok(());
            }
            tokio::time::sleep(MAKING_PAUSE).await;
        }
        Err(StoreError::Unavailable("the table did not become active".to_owned()))
    }
}
