//! The contract as prost and tonic make it.
#![allow(clippy::all, rustdoc::all)]

pub mod v1 {
    include!("holdfast/v1/holdfast.v1.rs");
}

/// The compiler's proof that the stubs can be called: never run.
pub async fn ping(
    channel: tonic::transport::Channel,
) -> Result<tonic::Response<v1::PingResponse>, tonic::Status> {
    v1::admin_client::AdminClient::new(channel)
        .ping(v1::PingRequest { payload: vec![1] })
        .await
}
