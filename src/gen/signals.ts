import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AckSignalsRequest as _holdfast_v1_AckSignalsRequest, AckSignalsRequest__Output as _holdfast_v1_AckSignalsRequest__Output } from './holdfast/v1/AckSignalsRequest.js';
import type { AckSignalsResponse as _holdfast_v1_AckSignalsResponse, AckSignalsResponse__Output as _holdfast_v1_AckSignalsResponse__Output } from './holdfast/v1/AckSignalsResponse.js';
import type { AlertRule as _holdfast_v1_AlertRule, AlertRule__Output as _holdfast_v1_AlertRule__Output } from './holdfast/v1/AlertRule.js';
import type { ConsumeRequest as _holdfast_v1_ConsumeRequest, ConsumeRequest__Output as _holdfast_v1_ConsumeRequest__Output } from './holdfast/v1/ConsumeRequest.js';
import type { ConsumeResponse as _holdfast_v1_ConsumeResponse, ConsumeResponse__Output as _holdfast_v1_ConsumeResponse__Output } from './holdfast/v1/ConsumeResponse.js';
import type { Consumer as _holdfast_v1_Consumer, Consumer__Output as _holdfast_v1_Consumer__Output } from './holdfast/v1/Consumer.js';
import type { DeleteAlertRuleRequest as _holdfast_v1_DeleteAlertRuleRequest, DeleteAlertRuleRequest__Output as _holdfast_v1_DeleteAlertRuleRequest__Output } from './holdfast/v1/DeleteAlertRuleRequest.js';
import type { DeleteAlertRuleResponse as _holdfast_v1_DeleteAlertRuleResponse, DeleteAlertRuleResponse__Output as _holdfast_v1_DeleteAlertRuleResponse__Output } from './holdfast/v1/DeleteAlertRuleResponse.js';
import type { DeleteConsumerRequest as _holdfast_v1_DeleteConsumerRequest, DeleteConsumerRequest__Output as _holdfast_v1_DeleteConsumerRequest__Output } from './holdfast/v1/DeleteConsumerRequest.js';
import type { DeleteConsumerResponse as _holdfast_v1_DeleteConsumerResponse, DeleteConsumerResponse__Output as _holdfast_v1_DeleteConsumerResponse__Output } from './holdfast/v1/DeleteConsumerResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { ListAlertRulesRequest as _holdfast_v1_ListAlertRulesRequest, ListAlertRulesRequest__Output as _holdfast_v1_ListAlertRulesRequest__Output } from './holdfast/v1/ListAlertRulesRequest.js';
import type { ListAlertRulesResponse as _holdfast_v1_ListAlertRulesResponse, ListAlertRulesResponse__Output as _holdfast_v1_ListAlertRulesResponse__Output } from './holdfast/v1/ListAlertRulesResponse.js';
import type { ListConsumersRequest as _holdfast_v1_ListConsumersRequest, ListConsumersRequest__Output as _holdfast_v1_ListConsumersRequest__Output } from './holdfast/v1/ListConsumersRequest.js';
import type { ListConsumersResponse as _holdfast_v1_ListConsumersResponse, ListConsumersResponse__Output as _holdfast_v1_ListConsumersResponse__Output } from './holdfast/v1/ListConsumersResponse.js';
import type { ListDeadLettersRequest as _holdfast_v1_ListDeadLettersRequest, ListDeadLettersRequest__Output as _holdfast_v1_ListDeadLettersRequest__Output } from './holdfast/v1/ListDeadLettersRequest.js';
import type { ListDeadLettersResponse as _holdfast_v1_ListDeadLettersResponse, ListDeadLettersResponse__Output as _holdfast_v1_ListDeadLettersResponse__Output } from './holdfast/v1/ListDeadLettersResponse.js';
import type { ListSignalsRequest as _holdfast_v1_ListSignalsRequest, ListSignalsRequest__Output as _holdfast_v1_ListSignalsRequest__Output } from './holdfast/v1/ListSignalsRequest.js';
import type { ListSignalsResponse as _holdfast_v1_ListSignalsResponse, ListSignalsResponse__Output as _holdfast_v1_ListSignalsResponse__Output } from './holdfast/v1/ListSignalsResponse.js';
import type { NackSignalsRequest as _holdfast_v1_NackSignalsRequest, NackSignalsRequest__Output as _holdfast_v1_NackSignalsRequest__Output } from './holdfast/v1/NackSignalsRequest.js';
import type { NackSignalsResponse as _holdfast_v1_NackSignalsResponse, NackSignalsResponse__Output as _holdfast_v1_NackSignalsResponse__Output } from './holdfast/v1/NackSignalsResponse.js';
import type { PublishRequest as _holdfast_v1_PublishRequest, PublishRequest__Output as _holdfast_v1_PublishRequest__Output } from './holdfast/v1/PublishRequest.js';
import type { PublishResponse as _holdfast_v1_PublishResponse, PublishResponse__Output as _holdfast_v1_PublishResponse__Output } from './holdfast/v1/PublishResponse.js';
import type { PutAlertRuleRequest as _holdfast_v1_PutAlertRuleRequest, PutAlertRuleRequest__Output as _holdfast_v1_PutAlertRuleRequest__Output } from './holdfast/v1/PutAlertRuleRequest.js';
import type { PutAlertRuleResponse as _holdfast_v1_PutAlertRuleResponse, PutAlertRuleResponse__Output as _holdfast_v1_PutAlertRuleResponse__Output } from './holdfast/v1/PutAlertRuleResponse.js';
import type { PutConsumerRequest as _holdfast_v1_PutConsumerRequest, PutConsumerRequest__Output as _holdfast_v1_PutConsumerRequest__Output } from './holdfast/v1/PutConsumerRequest.js';
import type { PutConsumerResponse as _holdfast_v1_PutConsumerResponse, PutConsumerResponse__Output as _holdfast_v1_PutConsumerResponse__Output } from './holdfast/v1/PutConsumerResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RedriveDeadLettersRequest as _holdfast_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequest__Output as _holdfast_v1_RedriveDeadLettersRequest__Output } from './holdfast/v1/RedriveDeadLettersRequest.js';
import type { RedriveDeadLettersResponse as _holdfast_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponse__Output as _holdfast_v1_RedriveDeadLettersResponse__Output } from './holdfast/v1/RedriveDeadLettersResponse.js';
import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from './holdfast/v1/Signal.js';
import type { SignalsClient as _holdfast_v1_SignalsClient, SignalsDefinition as _holdfast_v1_SignalsDefinition } from './holdfast/v1/Signals.js';
import type { SubscribeRequest as _holdfast_v1_SubscribeRequest, SubscribeRequest__Output as _holdfast_v1_SubscribeRequest__Output } from './holdfast/v1/SubscribeRequest.js';
import type { SubscribeResponse as _holdfast_v1_SubscribeResponse, SubscribeResponse__Output as _holdfast_v1_SubscribeResponse__Output } from './holdfast/v1/SubscribeResponse.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      AckSignalsRequest: MessageTypeDefinition<_holdfast_v1_AckSignalsRequest, _holdfast_v1_AckSignalsRequest__Output>
      AckSignalsResponse: MessageTypeDefinition<_holdfast_v1_AckSignalsResponse, _holdfast_v1_AckSignalsResponse__Output>
      AlertRule: MessageTypeDefinition<_holdfast_v1_AlertRule, _holdfast_v1_AlertRule__Output>
      ConsumeRequest: MessageTypeDefinition<_holdfast_v1_ConsumeRequest, _holdfast_v1_ConsumeRequest__Output>
      ConsumeResponse: MessageTypeDefinition<_holdfast_v1_ConsumeResponse, _holdfast_v1_ConsumeResponse__Output>
      Consumer: MessageTypeDefinition<_holdfast_v1_Consumer, _holdfast_v1_Consumer__Output>
      DeleteAlertRuleRequest: MessageTypeDefinition<_holdfast_v1_DeleteAlertRuleRequest, _holdfast_v1_DeleteAlertRuleRequest__Output>
      DeleteAlertRuleResponse: MessageTypeDefinition<_holdfast_v1_DeleteAlertRuleResponse, _holdfast_v1_DeleteAlertRuleResponse__Output>
      DeleteConsumerRequest: MessageTypeDefinition<_holdfast_v1_DeleteConsumerRequest, _holdfast_v1_DeleteConsumerRequest__Output>
      DeleteConsumerResponse: MessageTypeDefinition<_holdfast_v1_DeleteConsumerResponse, _holdfast_v1_DeleteConsumerResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      ListAlertRulesRequest: MessageTypeDefinition<_holdfast_v1_ListAlertRulesRequest, _holdfast_v1_ListAlertRulesRequest__Output>
      ListAlertRulesResponse: MessageTypeDefinition<_holdfast_v1_ListAlertRulesResponse, _holdfast_v1_ListAlertRulesResponse__Output>
      ListConsumersRequest: MessageTypeDefinition<_holdfast_v1_ListConsumersRequest, _holdfast_v1_ListConsumersRequest__Output>
      ListConsumersResponse: MessageTypeDefinition<_holdfast_v1_ListConsumersResponse, _holdfast_v1_ListConsumersResponse__Output>
      ListDeadLettersRequest: MessageTypeDefinition<_holdfast_v1_ListDeadLettersRequest, _holdfast_v1_ListDeadLettersRequest__Output>
      ListDeadLettersResponse: MessageTypeDefinition<_holdfast_v1_ListDeadLettersResponse, _holdfast_v1_ListDeadLettersResponse__Output>
      ListSignalsRequest: MessageTypeDefinition<_holdfast_v1_ListSignalsRequest, _holdfast_v1_ListSignalsRequest__Output>
      ListSignalsResponse: MessageTypeDefinition<_holdfast_v1_ListSignalsResponse, _holdfast_v1_ListSignalsResponse__Output>
      NackSignalsRequest: MessageTypeDefinition<_holdfast_v1_NackSignalsRequest, _holdfast_v1_NackSignalsRequest__Output>
      NackSignalsResponse: MessageTypeDefinition<_holdfast_v1_NackSignalsResponse, _holdfast_v1_NackSignalsResponse__Output>
      PublishRequest: MessageTypeDefinition<_holdfast_v1_PublishRequest, _holdfast_v1_PublishRequest__Output>
      PublishResponse: MessageTypeDefinition<_holdfast_v1_PublishResponse, _holdfast_v1_PublishResponse__Output>
      PutAlertRuleRequest: MessageTypeDefinition<_holdfast_v1_PutAlertRuleRequest, _holdfast_v1_PutAlertRuleRequest__Output>
      PutAlertRuleResponse: MessageTypeDefinition<_holdfast_v1_PutAlertRuleResponse, _holdfast_v1_PutAlertRuleResponse__Output>
      PutConsumerRequest: MessageTypeDefinition<_holdfast_v1_PutConsumerRequest, _holdfast_v1_PutConsumerRequest__Output>
      PutConsumerResponse: MessageTypeDefinition<_holdfast_v1_PutConsumerResponse, _holdfast_v1_PutConsumerResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RedriveDeadLettersRequest: MessageTypeDefinition<_holdfast_v1_RedriveDeadLettersRequest, _holdfast_v1_RedriveDeadLettersRequest__Output>
      RedriveDeadLettersResponse: MessageTypeDefinition<_holdfast_v1_RedriveDeadLettersResponse, _holdfast_v1_RedriveDeadLettersResponse__Output>
      Signal: MessageTypeDefinition<_holdfast_v1_Signal, _holdfast_v1_Signal__Output>
      Signals: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SignalsClient> & { service: _holdfast_v1_SignalsDefinition }
      SubscribeRequest: MessageTypeDefinition<_holdfast_v1_SubscribeRequest, _holdfast_v1_SubscribeRequest__Output>
      SubscribeResponse: MessageTypeDefinition<_holdfast_v1_SubscribeResponse, _holdfast_v1_SubscribeResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

