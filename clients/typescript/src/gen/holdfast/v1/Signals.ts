import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AckSignalsRequest as _holdfast_v1_AckSignalsRequest, AckSignalsRequest__Output as _holdfast_v1_AckSignalsRequest__Output } from '../../holdfast/v1/AckSignalsRequest.js';
import type { AckSignalsResponse as _holdfast_v1_AckSignalsResponse, AckSignalsResponse__Output as _holdfast_v1_AckSignalsResponse__Output } from '../../holdfast/v1/AckSignalsResponse.js';
import type { ConsumeRequest as _holdfast_v1_ConsumeRequest, ConsumeRequest__Output as _holdfast_v1_ConsumeRequest__Output } from '../../holdfast/v1/ConsumeRequest.js';
import type { ConsumeResponse as _holdfast_v1_ConsumeResponse, ConsumeResponse__Output as _holdfast_v1_ConsumeResponse__Output } from '../../holdfast/v1/ConsumeResponse.js';
import type { DeleteAlertRuleRequest as _holdfast_v1_DeleteAlertRuleRequest, DeleteAlertRuleRequest__Output as _holdfast_v1_DeleteAlertRuleRequest__Output } from '../../holdfast/v1/DeleteAlertRuleRequest.js';
import type { DeleteAlertRuleResponse as _holdfast_v1_DeleteAlertRuleResponse, DeleteAlertRuleResponse__Output as _holdfast_v1_DeleteAlertRuleResponse__Output } from '../../holdfast/v1/DeleteAlertRuleResponse.js';
import type { DeleteConsumerRequest as _holdfast_v1_DeleteConsumerRequest, DeleteConsumerRequest__Output as _holdfast_v1_DeleteConsumerRequest__Output } from '../../holdfast/v1/DeleteConsumerRequest.js';
import type { DeleteConsumerResponse as _holdfast_v1_DeleteConsumerResponse, DeleteConsumerResponse__Output as _holdfast_v1_DeleteConsumerResponse__Output } from '../../holdfast/v1/DeleteConsumerResponse.js';
import type { ListAlertRulesRequest as _holdfast_v1_ListAlertRulesRequest, ListAlertRulesRequest__Output as _holdfast_v1_ListAlertRulesRequest__Output } from '../../holdfast/v1/ListAlertRulesRequest.js';
import type { ListAlertRulesResponse as _holdfast_v1_ListAlertRulesResponse, ListAlertRulesResponse__Output as _holdfast_v1_ListAlertRulesResponse__Output } from '../../holdfast/v1/ListAlertRulesResponse.js';
import type { ListConsumersRequest as _holdfast_v1_ListConsumersRequest, ListConsumersRequest__Output as _holdfast_v1_ListConsumersRequest__Output } from '../../holdfast/v1/ListConsumersRequest.js';
import type { ListConsumersResponse as _holdfast_v1_ListConsumersResponse, ListConsumersResponse__Output as _holdfast_v1_ListConsumersResponse__Output } from '../../holdfast/v1/ListConsumersResponse.js';
import type { ListDeadLettersRequest as _holdfast_v1_ListDeadLettersRequest, ListDeadLettersRequest__Output as _holdfast_v1_ListDeadLettersRequest__Output } from '../../holdfast/v1/ListDeadLettersRequest.js';
import type { ListDeadLettersResponse as _holdfast_v1_ListDeadLettersResponse, ListDeadLettersResponse__Output as _holdfast_v1_ListDeadLettersResponse__Output } from '../../holdfast/v1/ListDeadLettersResponse.js';
import type { ListSignalsRequest as _holdfast_v1_ListSignalsRequest, ListSignalsRequest__Output as _holdfast_v1_ListSignalsRequest__Output } from '../../holdfast/v1/ListSignalsRequest.js';
import type { ListSignalsResponse as _holdfast_v1_ListSignalsResponse, ListSignalsResponse__Output as _holdfast_v1_ListSignalsResponse__Output } from '../../holdfast/v1/ListSignalsResponse.js';
import type { NackSignalsRequest as _holdfast_v1_NackSignalsRequest, NackSignalsRequest__Output as _holdfast_v1_NackSignalsRequest__Output } from '../../holdfast/v1/NackSignalsRequest.js';
import type { NackSignalsResponse as _holdfast_v1_NackSignalsResponse, NackSignalsResponse__Output as _holdfast_v1_NackSignalsResponse__Output } from '../../holdfast/v1/NackSignalsResponse.js';
import type { PublishRequest as _holdfast_v1_PublishRequest, PublishRequest__Output as _holdfast_v1_PublishRequest__Output } from '../../holdfast/v1/PublishRequest.js';
import type { PublishResponse as _holdfast_v1_PublishResponse, PublishResponse__Output as _holdfast_v1_PublishResponse__Output } from '../../holdfast/v1/PublishResponse.js';
import type { PutAlertRuleRequest as _holdfast_v1_PutAlertRuleRequest, PutAlertRuleRequest__Output as _holdfast_v1_PutAlertRuleRequest__Output } from '../../holdfast/v1/PutAlertRuleRequest.js';
import type { PutAlertRuleResponse as _holdfast_v1_PutAlertRuleResponse, PutAlertRuleResponse__Output as _holdfast_v1_PutAlertRuleResponse__Output } from '../../holdfast/v1/PutAlertRuleResponse.js';
import type { PutConsumerRequest as _holdfast_v1_PutConsumerRequest, PutConsumerRequest__Output as _holdfast_v1_PutConsumerRequest__Output } from '../../holdfast/v1/PutConsumerRequest.js';
import type { PutConsumerResponse as _holdfast_v1_PutConsumerResponse, PutConsumerResponse__Output as _holdfast_v1_PutConsumerResponse__Output } from '../../holdfast/v1/PutConsumerResponse.js';
import type { RedriveDeadLettersRequest as _holdfast_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequest__Output as _holdfast_v1_RedriveDeadLettersRequest__Output } from '../../holdfast/v1/RedriveDeadLettersRequest.js';
import type { RedriveDeadLettersResponse as _holdfast_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponse__Output as _holdfast_v1_RedriveDeadLettersResponse__Output } from '../../holdfast/v1/RedriveDeadLettersResponse.js';
import type { SubscribeRequest as _holdfast_v1_SubscribeRequest, SubscribeRequest__Output as _holdfast_v1_SubscribeRequest__Output } from '../../holdfast/v1/SubscribeRequest.js';
import type { SubscribeResponse as _holdfast_v1_SubscribeResponse, SubscribeResponse__Output as _holdfast_v1_SubscribeResponse__Output } from '../../holdfast/v1/SubscribeResponse.js';

export interface SignalsClient extends grpc.Client {
  AckSignals(argument: _holdfast_v1_AckSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  AckSignals(argument: _holdfast_v1_AckSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  AckSignals(argument: _holdfast_v1_AckSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  AckSignals(argument: _holdfast_v1_AckSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  ackSignals(argument: _holdfast_v1_AckSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  ackSignals(argument: _holdfast_v1_AckSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  ackSignals(argument: _holdfast_v1_AckSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  ackSignals(argument: _holdfast_v1_AckSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_AckSignalsResponse__Output>): grpc.ClientUnaryCall;
  
  Consume(argument: _holdfast_v1_ConsumeRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ConsumeResponse__Output>;
  Consume(argument: _holdfast_v1_ConsumeRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ConsumeResponse__Output>;
  consume(argument: _holdfast_v1_ConsumeRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ConsumeResponse__Output>;
  consume(argument: _holdfast_v1_ConsumeRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ConsumeResponse__Output>;
  
  DeleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  deleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  deleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  deleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  deleteAlertRule(argument: _holdfast_v1_DeleteAlertRuleRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  DeleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  DeleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  DeleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  deleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  deleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  deleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  deleteConsumer(argument: _holdfast_v1_DeleteConsumerRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteConsumerResponse__Output>): grpc.ClientUnaryCall;
  
  ListAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  ListAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  ListAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  ListAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  listAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  listAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  listAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  listAlertRules(argument: _holdfast_v1_ListAlertRulesRequest, callback: grpc.requestCallback<_holdfast_v1_ListAlertRulesResponse__Output>): grpc.ClientUnaryCall;
  
  ListConsumers(argument: _holdfast_v1_ListConsumersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  ListConsumers(argument: _holdfast_v1_ListConsumersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  ListConsumers(argument: _holdfast_v1_ListConsumersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  ListConsumers(argument: _holdfast_v1_ListConsumersRequest, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  listConsumers(argument: _holdfast_v1_ListConsumersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  listConsumers(argument: _holdfast_v1_ListConsumersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  listConsumers(argument: _holdfast_v1_ListConsumersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  listConsumers(argument: _holdfast_v1_ListConsumersRequest, callback: grpc.requestCallback<_holdfast_v1_ListConsumersResponse__Output>): grpc.ClientUnaryCall;
  
  ListDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _holdfast_v1_ListDeadLettersRequest, callback: grpc.requestCallback<_holdfast_v1_ListDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  
  ListSignals(argument: _holdfast_v1_ListSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  ListSignals(argument: _holdfast_v1_ListSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  ListSignals(argument: _holdfast_v1_ListSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  ListSignals(argument: _holdfast_v1_ListSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  listSignals(argument: _holdfast_v1_ListSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  listSignals(argument: _holdfast_v1_ListSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  listSignals(argument: _holdfast_v1_ListSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  listSignals(argument: _holdfast_v1_ListSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSignalsResponse__Output>): grpc.ClientUnaryCall;
  
  NackSignals(argument: _holdfast_v1_NackSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  NackSignals(argument: _holdfast_v1_NackSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  NackSignals(argument: _holdfast_v1_NackSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  NackSignals(argument: _holdfast_v1_NackSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  nackSignals(argument: _holdfast_v1_NackSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  nackSignals(argument: _holdfast_v1_NackSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  nackSignals(argument: _holdfast_v1_NackSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  nackSignals(argument: _holdfast_v1_NackSignalsRequest, callback: grpc.requestCallback<_holdfast_v1_NackSignalsResponse__Output>): grpc.ClientUnaryCall;
  
  Publish(argument: _holdfast_v1_PublishRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  Publish(argument: _holdfast_v1_PublishRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  Publish(argument: _holdfast_v1_PublishRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  Publish(argument: _holdfast_v1_PublishRequest, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  publish(argument: _holdfast_v1_PublishRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  publish(argument: _holdfast_v1_PublishRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  publish(argument: _holdfast_v1_PublishRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  publish(argument: _holdfast_v1_PublishRequest, callback: grpc.requestCallback<_holdfast_v1_PublishResponse__Output>): grpc.ClientUnaryCall;
  
  PutAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  PutAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  PutAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  PutAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  putAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  putAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  putAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  putAlertRule(argument: _holdfast_v1_PutAlertRuleRequest, callback: grpc.requestCallback<_holdfast_v1_PutAlertRuleResponse__Output>): grpc.ClientUnaryCall;
  
  PutConsumer(argument: _holdfast_v1_PutConsumerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  PutConsumer(argument: _holdfast_v1_PutConsumerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  PutConsumer(argument: _holdfast_v1_PutConsumerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  PutConsumer(argument: _holdfast_v1_PutConsumerRequest, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  putConsumer(argument: _holdfast_v1_PutConsumerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  putConsumer(argument: _holdfast_v1_PutConsumerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  putConsumer(argument: _holdfast_v1_PutConsumerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  putConsumer(argument: _holdfast_v1_PutConsumerRequest, callback: grpc.requestCallback<_holdfast_v1_PutConsumerResponse__Output>): grpc.ClientUnaryCall;
  
  RedriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _holdfast_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_holdfast_v1_RedriveDeadLettersResponse__Output>): grpc.ClientUnaryCall;
  
  Subscribe(argument: _holdfast_v1_SubscribeRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_SubscribeResponse__Output>;
  Subscribe(argument: _holdfast_v1_SubscribeRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_SubscribeResponse__Output>;
  subscribe(argument: _holdfast_v1_SubscribeRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_SubscribeResponse__Output>;
  subscribe(argument: _holdfast_v1_SubscribeRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_SubscribeResponse__Output>;
  
}

export interface SignalsHandlers extends grpc.UntypedServiceImplementation {
  AckSignals: grpc.handleUnaryCall<_holdfast_v1_AckSignalsRequest__Output, _holdfast_v1_AckSignalsResponse>;
  
  Consume: grpc.handleServerStreamingCall<_holdfast_v1_ConsumeRequest__Output, _holdfast_v1_ConsumeResponse>;
  
  DeleteAlertRule: grpc.handleUnaryCall<_holdfast_v1_DeleteAlertRuleRequest__Output, _holdfast_v1_DeleteAlertRuleResponse>;
  
  DeleteConsumer: grpc.handleUnaryCall<_holdfast_v1_DeleteConsumerRequest__Output, _holdfast_v1_DeleteConsumerResponse>;
  
  ListAlertRules: grpc.handleUnaryCall<_holdfast_v1_ListAlertRulesRequest__Output, _holdfast_v1_ListAlertRulesResponse>;
  
  ListConsumers: grpc.handleUnaryCall<_holdfast_v1_ListConsumersRequest__Output, _holdfast_v1_ListConsumersResponse>;
  
  ListDeadLetters: grpc.handleUnaryCall<_holdfast_v1_ListDeadLettersRequest__Output, _holdfast_v1_ListDeadLettersResponse>;
  
  ListSignals: grpc.handleUnaryCall<_holdfast_v1_ListSignalsRequest__Output, _holdfast_v1_ListSignalsResponse>;
  
  NackSignals: grpc.handleUnaryCall<_holdfast_v1_NackSignalsRequest__Output, _holdfast_v1_NackSignalsResponse>;
  
  Publish: grpc.handleUnaryCall<_holdfast_v1_PublishRequest__Output, _holdfast_v1_PublishResponse>;
  
  PutAlertRule: grpc.handleUnaryCall<_holdfast_v1_PutAlertRuleRequest__Output, _holdfast_v1_PutAlertRuleResponse>;
  
  PutConsumer: grpc.handleUnaryCall<_holdfast_v1_PutConsumerRequest__Output, _holdfast_v1_PutConsumerResponse>;
  
  RedriveDeadLetters: grpc.handleUnaryCall<_holdfast_v1_RedriveDeadLettersRequest__Output, _holdfast_v1_RedriveDeadLettersResponse>;
  
  Subscribe: grpc.handleServerStreamingCall<_holdfast_v1_SubscribeRequest__Output, _holdfast_v1_SubscribeResponse>;
  
}

export interface SignalsDefinition extends grpc.ServiceDefinition {
  AckSignals: MethodDefinition<_holdfast_v1_AckSignalsRequest, _holdfast_v1_AckSignalsResponse, _holdfast_v1_AckSignalsRequest__Output, _holdfast_v1_AckSignalsResponse__Output>
  Consume: MethodDefinition<_holdfast_v1_ConsumeRequest, _holdfast_v1_ConsumeResponse, _holdfast_v1_ConsumeRequest__Output, _holdfast_v1_ConsumeResponse__Output>
  DeleteAlertRule: MethodDefinition<_holdfast_v1_DeleteAlertRuleRequest, _holdfast_v1_DeleteAlertRuleResponse, _holdfast_v1_DeleteAlertRuleRequest__Output, _holdfast_v1_DeleteAlertRuleResponse__Output>
  DeleteConsumer: MethodDefinition<_holdfast_v1_DeleteConsumerRequest, _holdfast_v1_DeleteConsumerResponse, _holdfast_v1_DeleteConsumerRequest__Output, _holdfast_v1_DeleteConsumerResponse__Output>
  ListAlertRules: MethodDefinition<_holdfast_v1_ListAlertRulesRequest, _holdfast_v1_ListAlertRulesResponse, _holdfast_v1_ListAlertRulesRequest__Output, _holdfast_v1_ListAlertRulesResponse__Output>
  ListConsumers: MethodDefinition<_holdfast_v1_ListConsumersRequest, _holdfast_v1_ListConsumersResponse, _holdfast_v1_ListConsumersRequest__Output, _holdfast_v1_ListConsumersResponse__Output>
  ListDeadLetters: MethodDefinition<_holdfast_v1_ListDeadLettersRequest, _holdfast_v1_ListDeadLettersResponse, _holdfast_v1_ListDeadLettersRequest__Output, _holdfast_v1_ListDeadLettersResponse__Output>
  ListSignals: MethodDefinition<_holdfast_v1_ListSignalsRequest, _holdfast_v1_ListSignalsResponse, _holdfast_v1_ListSignalsRequest__Output, _holdfast_v1_ListSignalsResponse__Output>
  NackSignals: MethodDefinition<_holdfast_v1_NackSignalsRequest, _holdfast_v1_NackSignalsResponse, _holdfast_v1_NackSignalsRequest__Output, _holdfast_v1_NackSignalsResponse__Output>
  Publish: MethodDefinition<_holdfast_v1_PublishRequest, _holdfast_v1_PublishResponse, _holdfast_v1_PublishRequest__Output, _holdfast_v1_PublishResponse__Output>
  PutAlertRule: MethodDefinition<_holdfast_v1_PutAlertRuleRequest, _holdfast_v1_PutAlertRuleResponse, _holdfast_v1_PutAlertRuleRequest__Output, _holdfast_v1_PutAlertRuleResponse__Output>
  PutConsumer: MethodDefinition<_holdfast_v1_PutConsumerRequest, _holdfast_v1_PutConsumerResponse, _holdfast_v1_PutConsumerRequest__Output, _holdfast_v1_PutConsumerResponse__Output>
  RedriveDeadLetters: MethodDefinition<_holdfast_v1_RedriveDeadLettersRequest, _holdfast_v1_RedriveDeadLettersResponse, _holdfast_v1_RedriveDeadLettersRequest__Output, _holdfast_v1_RedriveDeadLettersResponse__Output>
  Subscribe: MethodDefinition<_holdfast_v1_SubscribeRequest, _holdfast_v1_SubscribeResponse, _holdfast_v1_SubscribeRequest__Output, _holdfast_v1_SubscribeResponse__Output>
}
