// Guards: limits that are stored, versioned and enforced inside the writer's transaction, so that no race steps around them.
// They judge what is told, and refuse an operation that does not tell what they judge by. The messages; the RPCs are in
// service Procedural.
//
// What is judged: BeginOperation (its `risk` and its holds), PostTransaction, PlaceHold and RecordTrade, alone or in a
// Transact. A PostHold to an account other than `world` is judged by lists of accounts alone, as a post_transaction: the rest
// of it was when the hold was placed. An action carries what it tells: operation, market, side, quantity, price, and for each
// asset the amount that leaves the agent's accounts. A guard whose scope does not match, or that the action has nothing to do
// with, passes ("not applicable"). Limits that cover what is in flight count operations that are IN_FLIGHT or UNKNOWN as if
// they had happened; because they may yet fail, what is in flight one way never makes room the other way. What an operation has
// in flight ends with its outcome, before the mutations that the outcome commits are judged; one begun again after its lease
// (on_crash RETRY) counts once, and cannot tell less than before. The amount that leaves is the sum over the accounts that pay,
// what goes to another account of the agent included; where holds, `risk.amount` and a fill's value speak of one asset, they
// are the same money and the largest counts. A denied action counts nothing, nor does one whose transaction fails.
//
// What an operation's outcome can do (CompleteOperation, and ResolveOperation with `happened`): what has happened outside must
// be recordable, whatever was begun. So the post_transaction and record_trade of an outcome are judged and counted, like an
// executed trade, but what fails only warns: the outcome may pass a limit (not an account's must_not_go_negative), and it is
// not held against the `risk` and the holds that the operation was begun with. What it cannot do is what has not happened: its
// place_hold is refused as any other, and so is held money that goes to an account which an enforced list keeps it from, by a
// settlement or a post_hold; for BeginOperation and PlaceHold are not told where it will go. The outcome is then refused as a
// whole and told again without it: place the hold in a call of its own; settle to `world`, which no list judges, and where the
// money did arrive in that account, post it there from `world` beside (it is recorded, and warned of).
//
// So guards bind an agent that tells what it is about to do, and the journal (guard.warned) says where what it then told went
// beyond them. They do not make it tell the truth: a ledger that an agent may write to is only as honest as what it is told.
// Whoever must not be able to write money gets a credential without that role (reader), or one for an agent whose accounts
// are its own (credentials name the agents that they act for; accounts belong to one agent each).
//
// What is not told: a posting, a hold and a trade are all that they do. An operation acts outside, and what its `risk` leaves
// out may be anything, so a guard that judges by it fails and names the field ("risk.amount is not told ..."):
//   max_amount    neither holds nor `risk` tell an amount in any asset; or side or quantity is told (an order, which is paid
//                 in the session's asset), the asset is the guard's, and there is no amount in it, nor quantity and price.
//                 A price of zero is none.
//   max_position  market, side or quantity.
//   stop_loss     market while a session is open; price where the position has no mark price, of what does not reduce it.
//   deny          market, side or asset, where the list is of those. Allow lists refuse an operation or a trade that
//                 tells none of their field. PostTransaction and PlaceHold have no market, side, venue or operation: allow and
//                 deny lists of those are not applicable to them.
//   any           market, where the scope names markets: it may be one of them.
// All others judge by nothing of `risk`; min_balance by what leaves the account, which only holds and postings do. Operations
// that a guard is not meant for are left out by its scope (`operations`).
//
// What adds no risk passes max_daily_loss, max_drawdown and cooldown even once they are reached: an operation with
// `risk.reduce_only` that does reduce (see OperationRisk), and a posting that takes nothing from any account, such as a deposit.
//
// Order: all guards of the agent and those of agent "*" (every agent) are judged, by name; every failing one is reported.
// GUARD_DENIED names the first in its metadata, and carries RetryInfo where time alone decides for all that failed.
// Journal kinds: guard.put and guard.deleted (the key is the guard's name), guard.warned (warn and shadow verdicts, and those
// of executed trades and of what outcomes record: one entry an action, whose name is the key).

// Code generated by protoc-gen-go. DO NOT EDIT.
// versions:
// 	protoc-gen-go v1.36.11
// 	protoc        (unknown)
// source: holdfast/v1/guards.proto

package holdfastv1

import (
	protoreflect "google.golang.org/protobuf/reflect/protoreflect"
	protoimpl "google.golang.org/protobuf/runtime/protoimpl"
	durationpb "google.golang.org/protobuf/types/known/durationpb"
	timestamppb "google.golang.org/protobuf/types/known/timestamppb"
	reflect "reflect"
	sync "sync"
	unsafe "unsafe"
)

const (
	// Verify that this generated code is sufficiently up-to-date.
	_ = protoimpl.EnforceVersion(20 - protoimpl.MinVersion)
	// Verify that runtime/protoimpl is sufficiently up-to-date.
	_ = protoimpl.EnforceVersion(protoimpl.MaxVersion - 20)
)

// What becomes of a verdict.
type GuardMode int32

const (
	// The same as ENFORCE.
	GuardMode_GUARD_MODE_UNSPECIFIED GuardMode = 0
	GuardMode_GUARD_MODE_ENFORCE     GuardMode = 1
	// The action goes on; the verdict is in the reply and the journal.
	GuardMode_GUARD_MODE_WARN GuardMode = 2
	// The action goes on; the verdict is in the journal only.
	GuardMode_GUARD_MODE_SHADOW GuardMode = 3
)

// Enum value maps for GuardMode.
var (
	GuardMode_name = map[int32]string{
		0: "GUARD_MODE_UNSPECIFIED",
		1: "GUARD_MODE_ENFORCE",
		2: "GUARD_MODE_WARN",
		3: "GUARD_MODE_SHADOW",
	}
	GuardMode_value = map[string]int32{
		"GUARD_MODE_UNSPECIFIED": 0,
		"GUARD_MODE_ENFORCE":     1,
		"GUARD_MODE_WARN":        2,
		"GUARD_MODE_SHADOW":      3,
	}
)

func (x GuardMode) Enum() *GuardMode {
	p := new(GuardMode)
	*p = x
	return p
}

func (x GuardMode) String() string {
	return protoimpl.X.EnumStringOf(x.Descriptor(), protoreflect.EnumNumber(x))
}

func (GuardMode) Descriptor() protoreflect.EnumDescriptor {
	return file_holdfast_v1_guards_proto_enumTypes[0].Descriptor()
}

func (GuardMode) Type() protoreflect.EnumType {
	return &file_holdfast_v1_guards_proto_enumTypes[0]
}

func (x GuardMode) Number() protoreflect.EnumNumber {
	return protoreflect.EnumNumber(x)
}

// Deprecated: Use GuardMode.Descriptor instead.
func (GuardMode) EnumDescriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{0}
}

// Which actions a guard is about; what is empty matches everything. Each at most 64.
type GuardScope struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Of: begin_operation, post_transaction, place_hold, record_trade.
	Actions []string `protobuf:"bytes,1,rep,name=actions,proto3" json:"actions,omitempty"`
	// Operation names; a trailing * matches any rest.
	Operations []string `protobuf:"bytes,2,rep,name=operations,proto3" json:"operations,omitempty"`
	// Markets; a trailing * matches any rest. An operation that tells no market is refused, as it may be on one of them.
	Markets       []string `protobuf:"bytes,3,rep,name=markets,proto3" json:"markets,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardScope) Reset() {
	*x = GuardScope{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[0]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardScope) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardScope) ProtoMessage() {}

func (x *GuardScope) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[0]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardScope.ProtoReflect.Descriptor instead.
func (*GuardScope) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{0}
}

func (x *GuardScope) GetActions() []string {
	if x != nil {
		return x.Actions
	}
	return nil
}

func (x *GuardScope) GetOperations() []string {
	if x != nil {
		return x.Operations
	}
	return nil
}

func (x *GuardScope) GetMarkets() []string {
	if x != nil {
		return x.Markets
	}
	return nil
}

// One limit.
type GuardRule struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Types that are valid to be assigned to Rule:
	//
	//	*GuardRule_MaxAmount_
	//	*GuardRule_MaxDailyLoss_
	//	*GuardRule_MaxDrawdown_
	//	*GuardRule_MaxPosition_
	//	*GuardRule_Allow
	//	*GuardRule_Deny
	//	*GuardRule_MaxCount_
	//	*GuardRule_Cooldown_
	//	*GuardRule_TradingHours_
	//	*GuardRule_MinBalance_
	//	*GuardRule_StopLoss_
	Rule          isGuardRule_Rule `protobuf_oneof:"rule"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule) Reset() {
	*x = GuardRule{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[1]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule) ProtoMessage() {}

func (x *GuardRule) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[1]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule.ProtoReflect.Descriptor instead.
func (*GuardRule) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1}
}

func (x *GuardRule) GetRule() isGuardRule_Rule {
	if x != nil {
		return x.Rule
	}
	return nil
}

func (x *GuardRule) GetMaxAmount() *GuardRule_MaxAmount {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MaxAmount_); ok {
			return x.MaxAmount
		}
	}
	return nil
}

func (x *GuardRule) GetMaxDailyLoss() *GuardRule_MaxDailyLoss {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MaxDailyLoss_); ok {
			return x.MaxDailyLoss
		}
	}
	return nil
}

func (x *GuardRule) GetMaxDrawdown() *GuardRule_MaxDrawdown {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MaxDrawdown_); ok {
			return x.MaxDrawdown
		}
	}
	return nil
}

func (x *GuardRule) GetMaxPosition() *GuardRule_MaxPosition {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MaxPosition_); ok {
			return x.MaxPosition
		}
	}
	return nil
}

func (x *GuardRule) GetAllow() *GuardRule_ValueList {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_Allow); ok {
			return x.Allow
		}
	}
	return nil
}

func (x *GuardRule) GetDeny() *GuardRule_ValueList {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_Deny); ok {
			return x.Deny
		}
	}
	return nil
}

func (x *GuardRule) GetMaxCount() *GuardRule_MaxCount {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MaxCount_); ok {
			return x.MaxCount
		}
	}
	return nil
}

func (x *GuardRule) GetCooldown() *GuardRule_Cooldown {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_Cooldown_); ok {
			return x.Cooldown
		}
	}
	return nil
}

func (x *GuardRule) GetTradingHours() *GuardRule_TradingHours {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_TradingHours_); ok {
			return x.TradingHours
		}
	}
	return nil
}

func (x *GuardRule) GetMinBalance() *GuardRule_MinBalance {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_MinBalance_); ok {
			return x.MinBalance
		}
	}
	return nil
}

func (x *GuardRule) GetStopLoss() *GuardRule_StopLoss {
	if x != nil {
		if x, ok := x.Rule.(*GuardRule_StopLoss_); ok {
			return x.StopLoss
		}
	}
	return nil
}

type isGuardRule_Rule interface {
	isGuardRule_Rule()
}

type GuardRule_MaxAmount_ struct {
	MaxAmount *GuardRule_MaxAmount `protobuf:"bytes,1,opt,name=max_amount,json=maxAmount,proto3,oneof"`
}

type GuardRule_MaxDailyLoss_ struct {
	MaxDailyLoss *GuardRule_MaxDailyLoss `protobuf:"bytes,2,opt,name=max_daily_loss,json=maxDailyLoss,proto3,oneof"`
}

type GuardRule_MaxDrawdown_ struct {
	MaxDrawdown *GuardRule_MaxDrawdown `protobuf:"bytes,3,opt,name=max_drawdown,json=maxDrawdown,proto3,oneof"`
}

type GuardRule_MaxPosition_ struct {
	MaxPosition *GuardRule_MaxPosition `protobuf:"bytes,4,opt,name=max_position,json=maxPosition,proto3,oneof"`
}

type GuardRule_Allow struct {
	Allow *GuardRule_ValueList `protobuf:"bytes,5,opt,name=allow,proto3,oneof"`
}

type GuardRule_Deny struct {
	Deny *GuardRule_ValueList `protobuf:"bytes,6,opt,name=deny,proto3,oneof"`
}

type GuardRule_MaxCount_ struct {
	MaxCount *GuardRule_MaxCount `protobuf:"bytes,7,opt,name=max_count,json=maxCount,proto3,oneof"`
}

type GuardRule_Cooldown_ struct {
	Cooldown *GuardRule_Cooldown `protobuf:"bytes,8,opt,name=cooldown,proto3,oneof"`
}

type GuardRule_TradingHours_ struct {
	TradingHours *GuardRule_TradingHours `protobuf:"bytes,9,opt,name=trading_hours,json=tradingHours,proto3,oneof"`
}

type GuardRule_MinBalance_ struct {
	MinBalance *GuardRule_MinBalance `protobuf:"bytes,10,opt,name=min_balance,json=minBalance,proto3,oneof"`
}

type GuardRule_StopLoss_ struct {
	StopLoss *GuardRule_StopLoss `protobuf:"bytes,11,opt,name=stop_loss,json=stopLoss,proto3,oneof"`
}

func (*GuardRule_MaxAmount_) isGuardRule_Rule() {}

func (*GuardRule_MaxDailyLoss_) isGuardRule_Rule() {}

func (*GuardRule_MaxDrawdown_) isGuardRule_Rule() {}

func (*GuardRule_MaxPosition_) isGuardRule_Rule() {}

func (*GuardRule_Allow) isGuardRule_Rule() {}

func (*GuardRule_Deny) isGuardRule_Rule() {}

func (*GuardRule_MaxCount_) isGuardRule_Rule() {}

func (*GuardRule_Cooldown_) isGuardRule_Rule() {}

func (*GuardRule_TradingHours_) isGuardRule_Rule() {}

func (*GuardRule_MinBalance_) isGuardRule_Rule() {}

func (*GuardRule_StopLoss_) isGuardRule_Rule() {}

// A stored guard.
type Guard struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Unique per agent.
	Name string `protobuf:"bytes,1,opt,name=name,proto3" json:"name,omitempty"`
	// The agent, or "*".
	AgentId     string      `protobuf:"bytes,2,opt,name=agent_id,json=agentId,proto3" json:"agent_id,omitempty"`
	Mode        GuardMode   `protobuf:"varint,3,opt,name=mode,proto3,enum=holdfast.v1.GuardMode" json:"mode,omitempty"`
	Scope       *GuardScope `protobuf:"bytes,4,opt,name=scope,proto3" json:"scope,omitempty"`
	Rule        *GuardRule  `protobuf:"bytes,5,opt,name=rule,proto3" json:"rule,omitempty"`
	Description string      `protobuf:"bytes,6,opt,name=description,proto3" json:"description,omitempty"`
	// 1, 2, 3, ...; each change makes a new one, the journal has the earlier ones. After a deletion it begins at 1 again.
	Version       uint32                 `protobuf:"varint,7,opt,name=version,proto3" json:"version,omitempty"`
	ChangedAt     *timestamppb.Timestamp `protobuf:"bytes,8,opt,name=changed_at,json=changedAt,proto3" json:"changed_at,omitempty"`
	Revision      uint64                 `protobuf:"varint,9,opt,name=revision,proto3" json:"revision,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *Guard) Reset() {
	*x = Guard{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[2]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *Guard) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*Guard) ProtoMessage() {}

func (x *Guard) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[2]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use Guard.ProtoReflect.Descriptor instead.
func (*Guard) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{2}
}

func (x *Guard) GetName() string {
	if x != nil {
		return x.Name
	}
	return ""
}

func (x *Guard) GetAgentId() string {
	if x != nil {
		return x.AgentId
	}
	return ""
}

func (x *Guard) GetMode() GuardMode {
	if x != nil {
		return x.Mode
	}
	return GuardMode_GUARD_MODE_UNSPECIFIED
}

func (x *Guard) GetScope() *GuardScope {
	if x != nil {
		return x.Scope
	}
	return nil
}

func (x *Guard) GetRule() *GuardRule {
	if x != nil {
		return x.Rule
	}
	return nil
}

func (x *Guard) GetDescription() string {
	if x != nil {
		return x.Description
	}
	return ""
}

func (x *Guard) GetVersion() uint32 {
	if x != nil {
		return x.Version
	}
	return 0
}

func (x *Guard) GetChangedAt() *timestamppb.Timestamp {
	if x != nil {
		return x.ChangedAt
	}
	return nil
}

func (x *Guard) GetRevision() uint64 {
	if x != nil {
		return x.Revision
	}
	return 0
}

// What a guard said of an action.
type GuardVerdict struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	Guard string                 `protobuf:"bytes,1,opt,name=guard,proto3" json:"guard,omitempty"`
	// Such as "max_amount"; for the session's own state "session".
	Kind   string    `protobuf:"bytes,2,opt,name=kind,proto3" json:"kind,omitempty"`
	Mode   GuardMode `protobuf:"varint,3,opt,name=mode,proto3,enum=holdfast.v1.GuardMode" json:"mode,omitempty"`
	Passed bool      `protobuf:"varint,4,opt,name=passed,proto3" json:"passed,omitempty"`
	// False: the scope does not match, or the action has nothing to do with it; it passed.
	Applicable bool `protobuf:"varint,5,opt,name=applicable,proto3" json:"applicable,omitempty"`
	// The limit, and the figure held against it: what would be if the action went on.
	Limit  string `protobuf:"bytes,6,opt,name=limit,proto3" json:"limit,omitempty"`
	Actual string `protobuf:"bytes,7,opt,name=actual,proto3" json:"actual,omitempty"`
	// In words. Figures are exact however many digits they take, lists cut to 256 characters.
	Message string `protobuf:"bytes,8,opt,name=message,proto3" json:"message,omitempty"`
	Version uint32 `protobuf:"varint,9,opt,name=version,proto3" json:"version,omitempty"`
	// The earliest time at which it may pass, where time alone decides.
	RetryAt       *timestamppb.Timestamp `protobuf:"bytes,10,opt,name=retry_at,json=retryAt,proto3" json:"retry_at,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardVerdict) Reset() {
	*x = GuardVerdict{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[3]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardVerdict) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardVerdict) ProtoMessage() {}

func (x *GuardVerdict) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[3]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardVerdict.ProtoReflect.Descriptor instead.
func (*GuardVerdict) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{3}
}

func (x *GuardVerdict) GetGuard() string {
	if x != nil {
		return x.Guard
	}
	return ""
}

func (x *GuardVerdict) GetKind() string {
	if x != nil {
		return x.Kind
	}
	return ""
}

func (x *GuardVerdict) GetMode() GuardMode {
	if x != nil {
		return x.Mode
	}
	return GuardMode_GUARD_MODE_UNSPECIFIED
}

func (x *GuardVerdict) GetPassed() bool {
	if x != nil {
		return x.Passed
	}
	return false
}

func (x *GuardVerdict) GetApplicable() bool {
	if x != nil {
		return x.Applicable
	}
	return false
}

func (x *GuardVerdict) GetLimit() string {
	if x != nil {
		return x.Limit
	}
	return ""
}

func (x *GuardVerdict) GetActual() string {
	if x != nil {
		return x.Actual
	}
	return ""
}

func (x *GuardVerdict) GetMessage() string {
	if x != nil {
		return x.Message
	}
	return ""
}

func (x *GuardVerdict) GetVersion() uint32 {
	if x != nil {
		return x.Version
	}
	return 0
}

func (x *GuardVerdict) GetRetryAt() *timestamppb.Timestamp {
	if x != nil {
		return x.RetryAt
	}
	return nil
}

// What an outside call would do, told to BeginOperation so that guards can judge it, and for a dry run. What is left out and
// a guard judges by is refused: see the head of this file.
type OperationRisk struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// 1-64 characters of [A-Za-z0-9._:/-]; empty = no market.
	Market string `protobuf:"bytes,1,opt,name=market,proto3" json:"market,omitempty"`
	// BUY or SELL; empty = none.
	Side string `protobuf:"bytes,2,opt,name=side,proto3" json:"side,omitempty"`
	// Above zero; empty = none.
	Quantity string `protobuf:"bytes,3,opt,name=quantity,proto3" json:"quantity,omitempty"`
	// The limit price, or what is expected. Empty and zero = not told.
	Price string `protobuf:"bytes,4,opt,name=price,proto3" json:"price,omitempty"`
	// What it may take out of one asset (a stake, a withdrawal), above zero; both or neither.
	Asset  string `protobuf:"bytes,5,opt,name=asset,proto3" json:"asset,omitempty"`
	Amount string `protobuf:"bytes,6,opt,name=amount,proto3" json:"amount,omitempty"`
	// It brings the position of the open session closer to zero, what is in flight included; refused if it does not, or does
	// not tell market, side and quantity (rule "session").
	ReduceOnly    bool `protobuf:"varint,7,opt,name=reduce_only,json=reduceOnly,proto3" json:"reduce_only,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *OperationRisk) Reset() {
	*x = OperationRisk{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[4]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *OperationRisk) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*OperationRisk) ProtoMessage() {}

func (x *OperationRisk) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[4]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use OperationRisk.ProtoReflect.Descriptor instead.
func (*OperationRisk) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{4}
}

func (x *OperationRisk) GetMarket() string {
	if x != nil {
		return x.Market
	}
	return ""
}

func (x *OperationRisk) GetSide() string {
	if x != nil {
		return x.Side
	}
	return ""
}

func (x *OperationRisk) GetQuantity() string {
	if x != nil {
		return x.Quantity
	}
	return ""
}

func (x *OperationRisk) GetPrice() string {
	if x != nil {
		return x.Price
	}
	return ""
}

func (x *OperationRisk) GetAsset() string {
	if x != nil {
		return x.Asset
	}
	return ""
}

func (x *OperationRisk) GetAmount() string {
	if x != nil {
		return x.Amount
	}
	return ""
}

func (x *OperationRisk) GetReduceOnly() bool {
	if x != nil {
		return x.ReduceOnly
	}
	return false
}

// See Procedural.PutGuard.
type PutGuardRequest struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// The agent that it is for; "*" = every agent.
	AgentId   string `protobuf:"bytes,1,opt,name=agent_id,json=agentId,proto3" json:"agent_id,omitempty"`
	RequestId string `protobuf:"bytes,2,opt,name=request_id,json=requestId,proto3" json:"request_id,omitempty"`
	Epoch     uint64 `protobuf:"varint,3,opt,name=epoch,proto3" json:"epoch,omitempty"`
	// 1-64 characters of [A-Za-z0-9._:-].
	Name  string      `protobuf:"bytes,4,opt,name=name,proto3" json:"name,omitempty"`
	Mode  GuardMode   `protobuf:"varint,5,opt,name=mode,proto3,enum=holdfast.v1.GuardMode" json:"mode,omitempty"`
	Scope *GuardScope `protobuf:"bytes,6,opt,name=scope,proto3" json:"scope,omitempty"`
	Rule  *GuardRule  `protobuf:"bytes,7,opt,name=rule,proto3" json:"rule,omitempty"`
	// At most 1,024 bytes.
	Description string `protobuf:"bytes,8,opt,name=description,proto3" json:"description,omitempty"`
	// The present version must be this; 0 = it must not exist; absent = whatever is there.
	ExpectedVersion *uint32 `protobuf:"varint,9,opt,name=expected_version,json=expectedVersion,proto3,oneof" json:"expected_version,omitempty"`
	unknownFields   protoimpl.UnknownFields
	sizeCache       protoimpl.SizeCache
}

func (x *PutGuardRequest) Reset() {
	*x = PutGuardRequest{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[5]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *PutGuardRequest) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*PutGuardRequest) ProtoMessage() {}

func (x *PutGuardRequest) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[5]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use PutGuardRequest.ProtoReflect.Descriptor instead.
func (*PutGuardRequest) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{5}
}

func (x *PutGuardRequest) GetAgentId() string {
	if x != nil {
		return x.AgentId
	}
	return ""
}

func (x *PutGuardRequest) GetRequestId() string {
	if x != nil {
		return x.RequestId
	}
	return ""
}

func (x *PutGuardRequest) GetEpoch() uint64 {
	if x != nil {
		return x.Epoch
	}
	return 0
}

func (x *PutGuardRequest) GetName() string {
	if x != nil {
		return x.Name
	}
	return ""
}

func (x *PutGuardRequest) GetMode() GuardMode {
	if x != nil {
		return x.Mode
	}
	return GuardMode_GUARD_MODE_UNSPECIFIED
}

func (x *PutGuardRequest) GetScope() *GuardScope {
	if x != nil {
		return x.Scope
	}
	return nil
}

func (x *PutGuardRequest) GetRule() *GuardRule {
	if x != nil {
		return x.Rule
	}
	return nil
}

func (x *PutGuardRequest) GetDescription() string {
	if x != nil {
		return x.Description
	}
	return ""
}

func (x *PutGuardRequest) GetExpectedVersion() uint32 {
	if x != nil && x.ExpectedVersion != nil {
		return *x.ExpectedVersion
	}
	return 0
}

// The guard now.
type PutGuardResponse struct {
	state         protoimpl.MessageState `protogen:"open.v1"`
	Header        *WriteHeader           `protobuf:"bytes,1,opt,name=header,proto3" json:"header,omitempty"`
	Guard         *Guard                 `protobuf:"bytes,2,opt,name=guard,proto3" json:"guard,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *PutGuardResponse) Reset() {
	*x = PutGuardResponse{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[6]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *PutGuardResponse) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*PutGuardResponse) ProtoMessage() {}

func (x *PutGuardResponse) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[6]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use PutGuardResponse.ProtoReflect.Descriptor instead.
func (*PutGuardResponse) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{6}
}

func (x *PutGuardResponse) GetHeader() *WriteHeader {
	if x != nil {
		return x.Header
	}
	return nil
}

func (x *PutGuardResponse) GetGuard() *Guard {
	if x != nil {
		return x.Guard
	}
	return nil
}

// See Procedural.DeleteGuard.
type DeleteGuardRequest struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// As in PutGuard.
	AgentId   string `protobuf:"bytes,1,opt,name=agent_id,json=agentId,proto3" json:"agent_id,omitempty"`
	RequestId string `protobuf:"bytes,2,opt,name=request_id,json=requestId,proto3" json:"request_id,omitempty"`
	Epoch     uint64 `protobuf:"varint,3,opt,name=epoch,proto3" json:"epoch,omitempty"`
	Name      string `protobuf:"bytes,4,opt,name=name,proto3" json:"name,omitempty"`
	// The present version must be this; absent = whatever is there.
	ExpectedVersion *uint32 `protobuf:"varint,5,opt,name=expected_version,json=expectedVersion,proto3,oneof" json:"expected_version,omitempty"`
	// At most 256 bytes; journaled.
	Reason        string `protobuf:"bytes,6,opt,name=reason,proto3" json:"reason,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *DeleteGuardRequest) Reset() {
	*x = DeleteGuardRequest{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[7]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *DeleteGuardRequest) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*DeleteGuardRequest) ProtoMessage() {}

func (x *DeleteGuardRequest) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[7]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use DeleteGuardRequest.ProtoReflect.Descriptor instead.
func (*DeleteGuardRequest) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{7}
}

func (x *DeleteGuardRequest) GetAgentId() string {
	if x != nil {
		return x.AgentId
	}
	return ""
}

func (x *DeleteGuardRequest) GetRequestId() string {
	if x != nil {
		return x.RequestId
	}
	return ""
}

func (x *DeleteGuardRequest) GetEpoch() uint64 {
	if x != nil {
		return x.Epoch
	}
	return 0
}

func (x *DeleteGuardRequest) GetName() string {
	if x != nil {
		return x.Name
	}
	return ""
}

func (x *DeleteGuardRequest) GetExpectedVersion() uint32 {
	if x != nil && x.ExpectedVersion != nil {
		return *x.ExpectedVersion
	}
	return 0
}

func (x *DeleteGuardRequest) GetReason() string {
	if x != nil {
		return x.Reason
	}
	return ""
}

// Done.
type DeleteGuardResponse struct {
	state         protoimpl.MessageState `protogen:"open.v1"`
	Header        *WriteHeader           `protobuf:"bytes,1,opt,name=header,proto3" json:"header,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *DeleteGuardResponse) Reset() {
	*x = DeleteGuardResponse{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[8]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *DeleteGuardResponse) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*DeleteGuardResponse) ProtoMessage() {}

func (x *DeleteGuardResponse) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[8]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use DeleteGuardResponse.ProtoReflect.Descriptor instead.
func (*DeleteGuardResponse) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{8}
}

func (x *DeleteGuardResponse) GetHeader() *WriteHeader {
	if x != nil {
		return x.Header
	}
	return nil
}

// See Procedural.ListGuards.
type ListGuardsRequest struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// An agent, or "*" for those of every agent alone.
	AgentId       string `protobuf:"bytes,1,opt,name=agent_id,json=agentId,proto3" json:"agent_id,omitempty"`
	PageSize      uint32 `protobuf:"varint,2,opt,name=page_size,json=pageSize,proto3" json:"page_size,omitempty"`
	PageToken     string `protobuf:"bytes,3,opt,name=page_token,json=pageToken,proto3" json:"page_token,omitempty"`
	MinRevision   uint64 `protobuf:"varint,4,opt,name=min_revision,json=minRevision,proto3" json:"min_revision,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *ListGuardsRequest) Reset() {
	*x = ListGuardsRequest{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[9]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *ListGuardsRequest) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*ListGuardsRequest) ProtoMessage() {}

func (x *ListGuardsRequest) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[9]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use ListGuardsRequest.ProtoReflect.Descriptor instead.
func (*ListGuardsRequest) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{9}
}

func (x *ListGuardsRequest) GetAgentId() string {
	if x != nil {
		return x.AgentId
	}
	return ""
}

func (x *ListGuardsRequest) GetPageSize() uint32 {
	if x != nil {
		return x.PageSize
	}
	return 0
}

func (x *ListGuardsRequest) GetPageToken() string {
	if x != nil {
		return x.PageToken
	}
	return ""
}

func (x *ListGuardsRequest) GetMinRevision() uint64 {
	if x != nil {
		return x.MinRevision
	}
	return 0
}

// A page of guards: the agent's own by name, then those of "*".
type ListGuardsResponse struct {
	state         protoimpl.MessageState `protogen:"open.v1"`
	Header        *ReadHeader            `protobuf:"bytes,1,opt,name=header,proto3" json:"header,omitempty"`
	Guards        []*Guard               `protobuf:"bytes,2,rep,name=guards,proto3" json:"guards,omitempty"`
	NextPageToken string                 `protobuf:"bytes,3,opt,name=next_page_token,json=nextPageToken,proto3" json:"next_page_token,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *ListGuardsResponse) Reset() {
	*x = ListGuardsResponse{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[10]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *ListGuardsResponse) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*ListGuardsResponse) ProtoMessage() {}

func (x *ListGuardsResponse) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[10]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use ListGuardsResponse.ProtoReflect.Descriptor instead.
func (*ListGuardsResponse) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{10}
}

func (x *ListGuardsResponse) GetHeader() *ReadHeader {
	if x != nil {
		return x.Header
	}
	return nil
}

func (x *ListGuardsResponse) GetGuards() []*Guard {
	if x != nil {
		return x.Guards
	}
	return nil
}

func (x *ListGuardsResponse) GetNextPageToken() string {
	if x != nil {
		return x.NextPageToken
	}
	return ""
}

// See Procedural.EvaluateGuards.
type EvaluateGuardsRequest struct {
	state   protoimpl.MessageState `protogen:"open.v1"`
	AgentId string                 `protobuf:"bytes,1,opt,name=agent_id,json=agentId,proto3" json:"agent_id,omitempty"`
	// begin_operation, post_transaction, place_hold or record_trade. Only what the action itself tells its guards may be told
	// here: begin_operation operation, account and all of risk; post_transaction and place_hold account, risk.asset and
	// risk.amount; record_trade venue, pnl and of risk market, side, quantity and price. Else INVALID_FIELD.
	Action    string `protobuf:"bytes,2,opt,name=action,proto3" json:"action,omitempty"`
	Operation string `protobuf:"bytes,3,opt,name=operation,proto3" json:"operation,omitempty"`
	Venue     string `protobuf:"bytes,4,opt,name=venue,proto3" json:"venue,omitempty"`
	// Of a trade all or none of side, quantity and price.
	Risk *OperationRisk `protobuf:"bytes,5,opt,name=risk,proto3" json:"risk,omitempty"`
	// Of a trade less its fee, signed; empty = worked out from the position as RecordTrade does.
	Pnl string `protobuf:"bytes,6,opt,name=pnl,proto3" json:"pnl,omitempty"`
	// The account that risk.amount leaves, or is held in; empty = not told.
	Account       string `protobuf:"bytes,7,opt,name=account,proto3" json:"account,omitempty"`
	MinRevision   uint64 `protobuf:"varint,8,opt,name=min_revision,json=minRevision,proto3" json:"min_revision,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *EvaluateGuardsRequest) Reset() {
	*x = EvaluateGuardsRequest{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[11]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *EvaluateGuardsRequest) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*EvaluateGuardsRequest) ProtoMessage() {}

func (x *EvaluateGuardsRequest) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[11]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use EvaluateGuardsRequest.ProtoReflect.Descriptor instead.
func (*EvaluateGuardsRequest) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{11}
}

func (x *EvaluateGuardsRequest) GetAgentId() string {
	if x != nil {
		return x.AgentId
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetAction() string {
	if x != nil {
		return x.Action
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetOperation() string {
	if x != nil {
		return x.Operation
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetVenue() string {
	if x != nil {
		return x.Venue
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetRisk() *OperationRisk {
	if x != nil {
		return x.Risk
	}
	return nil
}

func (x *EvaluateGuardsRequest) GetPnl() string {
	if x != nil {
		return x.Pnl
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetAccount() string {
	if x != nil {
		return x.Account
	}
	return ""
}

func (x *EvaluateGuardsRequest) GetMinRevision() uint64 {
	if x != nil {
		return x.MinRevision
	}
	return 0
}

// What the session's state says (kind "session"), then every guard's verdict, applicable or not.
type EvaluateGuardsResponse struct {
	state  protoimpl.MessageState `protogen:"open.v1"`
	Header *ReadHeader            `protobuf:"bytes,1,opt,name=header,proto3" json:"header,omitempty"`
	// No enforced guard failed, and the session's state allows it.
	Allowed       bool            `protobuf:"varint,2,opt,name=allowed,proto3" json:"allowed,omitempty"`
	Verdicts      []*GuardVerdict `protobuf:"bytes,3,rep,name=verdicts,proto3" json:"verdicts,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *EvaluateGuardsResponse) Reset() {
	*x = EvaluateGuardsResponse{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[12]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *EvaluateGuardsResponse) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*EvaluateGuardsResponse) ProtoMessage() {}

func (x *EvaluateGuardsResponse) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[12]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use EvaluateGuardsResponse.ProtoReflect.Descriptor instead.
func (*EvaluateGuardsResponse) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{12}
}

func (x *EvaluateGuardsResponse) GetHeader() *ReadHeader {
	if x != nil {
		return x.Header
	}
	return nil
}

func (x *EvaluateGuardsResponse) GetAllowed() bool {
	if x != nil {
		return x.Allowed
	}
	return false
}

func (x *EvaluateGuardsResponse) GetVerdicts() []*GuardVerdict {
	if x != nil {
		return x.Verdicts
	}
	return nil
}

// No more than this per action leaves in one asset; of a fill, quantity x price counts in the session's asset.
type GuardRule_MaxAmount struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	Asset string                 `protobuf:"bytes,1,opt,name=asset,proto3" json:"asset,omitempty"`
	// At or above zero.
	Amount        string `protobuf:"bytes,2,opt,name=amount,proto3" json:"amount,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MaxAmount) Reset() {
	*x = GuardRule_MaxAmount{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[13]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MaxAmount) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MaxAmount) ProtoMessage() {}

func (x *GuardRule_MaxAmount) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[13]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MaxAmount.ProtoReflect.Descriptor instead.
func (*GuardRule_MaxAmount) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 0}
}

func (x *GuardRule_MaxAmount) GetAsset() string {
	if x != nil {
		return x.Asset
	}
	return ""
}

func (x *GuardRule_MaxAmount) GetAmount() string {
	if x != nil {
		return x.Amount
	}
	return ""
}

// Nothing more, but for what adds no risk (see above), once the agent's loss of the UTC day (P&L less fees) has reached this;
// a trade that would go beyond it is refused. The day goes on from one session to the next, and stands while none is open;
// not applicable before the first. Where an agent had sessions in several assets on that day, its losses in each add up,
// figure by figure, and what it won in one makes up for no loss in another.
type GuardRule_MaxDailyLoss struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Above zero.
	Amount        string `protobuf:"bytes,1,opt,name=amount,proto3" json:"amount,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MaxDailyLoss) Reset() {
	*x = GuardRule_MaxDailyLoss{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[14]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MaxDailyLoss) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MaxDailyLoss) ProtoMessage() {}

func (x *GuardRule_MaxDailyLoss) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[14]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MaxDailyLoss.ProtoReflect.Descriptor instead.
func (*GuardRule_MaxDailyLoss) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 1}
}

func (x *GuardRule_MaxDailyLoss) GetAmount() string {
	if x != nil {
		return x.Amount
	}
	return ""
}

// Nothing more, but for what adds no risk, once the session has lost this fraction; a trade that would go beyond it is
// refused.
type GuardRule_MaxDrawdown struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Above "0" up to "1".
	Fraction      string `protobuf:"bytes,1,opt,name=fraction,proto3" json:"fraction,omitempty"`
	FromPeak      bool   `protobuf:"varint,2,opt,name=from_peak,json=fromPeak,proto3" json:"from_peak,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MaxDrawdown) Reset() {
	*x = GuardRule_MaxDrawdown{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[15]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MaxDrawdown) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MaxDrawdown) ProtoMessage() {}

func (x *GuardRule_MaxDrawdown) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[15]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MaxDrawdown.ProtoReflect.Descriptor instead.
func (*GuardRule_MaxDrawdown) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 2}
}

func (x *GuardRule_MaxDrawdown) GetFraction() string {
	if x != nil {
		return x.Fraction
	}
	return ""
}

func (x *GuardRule_MaxDrawdown) GetFromPeak() bool {
	if x != nil {
		return x.FromPeak
	}
	return false
}

// The position of each market, what is in flight included, stays within this on either side of zero. What brings it back
// passes, even from beyond. Positions are what the recorded trades of the open session make, and what an operator set.
type GuardRule_MaxPosition struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// At or above zero, of the market's unit.
	Quantity      string `protobuf:"bytes,1,opt,name=quantity,proto3" json:"quantity,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MaxPosition) Reset() {
	*x = GuardRule_MaxPosition{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[16]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MaxPosition) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MaxPosition) ProtoMessage() {}

func (x *GuardRule_MaxPosition) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[16]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MaxPosition.ProtoReflect.Descriptor instead.
func (*GuardRule_MaxPosition) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 3}
}

func (x *GuardRule_MaxPosition) GetQuantity() string {
	if x != nil {
		return x.Quantity
	}
	return ""
}

// Only these, or not these; 1-1,024 of one field.
type GuardRule_ValueList struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// market, asset, operation, account, venue or side (BUY, SELL).
	Field         string   `protobuf:"bytes,1,opt,name=field,proto3" json:"field,omitempty"`
	Values        []string `protobuf:"bytes,2,rep,name=values,proto3" json:"values,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_ValueList) Reset() {
	*x = GuardRule_ValueList{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[17]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_ValueList) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_ValueList) ProtoMessage() {}

func (x *GuardRule_ValueList) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[17]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_ValueList.ProtoReflect.Descriptor instead.
func (*GuardRule_ValueList) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 4}
}

func (x *GuardRule_ValueList) GetField() string {
	if x != nil {
		return x.Field
	}
	return ""
}

func (x *GuardRule_ValueList) GetValues() []string {
	if x != nil {
		return x.Values
	}
	return nil
}

// At most so many actions in any window of this length; counts those that went on since the guard became a max_count,
// each agent's alone. Its next version goes on with them, but a longer window knows only what a shorter one kept, and none
// knows more than the newest 100,000.
type GuardRule_MaxCount struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// 1-100,000.
	Count uint32 `protobuf:"varint,1,opt,name=count,proto3" json:"count,omitempty"`
	// 1 s to 31 days.
	Window        *durationpb.Duration `protobuf:"bytes,2,opt,name=window,proto3" json:"window,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MaxCount) Reset() {
	*x = GuardRule_MaxCount{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[18]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MaxCount) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MaxCount) ProtoMessage() {}

func (x *GuardRule_MaxCount) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[18]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MaxCount.ProtoReflect.Descriptor instead.
func (*GuardRule_MaxCount) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 5}
}

func (x *GuardRule_MaxCount) GetCount() uint32 {
	if x != nil {
		return x.Count
	}
	return 0
}

func (x *GuardRule_MaxCount) GetWindow() *durationpb.Duration {
	if x != nil {
		return x.Window
	}
	return nil
}

// After so many losing trades in a row, nothing but what adds no risk for so long after the last, also where a session
// ended in between, and another began in another asset.
type GuardRule_Cooldown struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// 1-1,000.
	Losses uint32 `protobuf:"varint,1,opt,name=losses,proto3" json:"losses,omitempty"`
	// 1 s to 31 days.
	Duration      *durationpb.Duration `protobuf:"bytes,2,opt,name=duration,proto3" json:"duration,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_Cooldown) Reset() {
	*x = GuardRule_Cooldown{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[19]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_Cooldown) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_Cooldown) ProtoMessage() {}

func (x *GuardRule_Cooldown) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[19]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_Cooldown.ProtoReflect.Descriptor instead.
func (*GuardRule_Cooldown) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 6}
}

func (x *GuardRule_Cooldown) GetLosses() uint32 {
	if x != nil {
		return x.Losses
	}
	return 0
}

func (x *GuardRule_Cooldown) GetDuration() *durationpb.Duration {
	if x != nil {
		return x.Duration
	}
	return nil
}

// Only within these hours.
type GuardRule_TradingHours struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// 1 = Monday ... 7 = Sunday (ISO 8601); empty = every day.
	Days []uint32 `protobuf:"varint,1,rep,packed,name=days,proto3" json:"days,omitempty"`
	// HH:MM, the end not included; from above until goes over midnight and belongs to the day it began on. Not the same:
	// the whole day is 00:00 to 24:00. Clocks that are put forward or back open and close at what they show.
	From  string `protobuf:"bytes,2,opt,name=from,proto3" json:"from,omitempty"`
	Until string `protobuf:"bytes,3,opt,name=until,proto3" json:"until,omitempty"`
	// IANA name such as "America/New_York"; empty = UTC.
	TimeZone      string `protobuf:"bytes,4,opt,name=time_zone,json=timeZone,proto3" json:"time_zone,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_TradingHours) Reset() {
	*x = GuardRule_TradingHours{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[20]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_TradingHours) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_TradingHours) ProtoMessage() {}

func (x *GuardRule_TradingHours) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[20]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_TradingHours.ProtoReflect.Descriptor instead.
func (*GuardRule_TradingHours) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 7}
}

func (x *GuardRule_TradingHours) GetDays() []uint32 {
	if x != nil {
		return x.Days
	}
	return nil
}

func (x *GuardRule_TradingHours) GetFrom() string {
	if x != nil {
		return x.From
	}
	return ""
}

func (x *GuardRule_TradingHours) GetUntil() string {
	if x != nil {
		return x.Until
	}
	return ""
}

func (x *GuardRule_TradingHours) GetTimeZone() string {
	if x != nil {
		return x.TimeZone
	}
	return ""
}

// The account keeps at least this available.
type GuardRule_MinBalance struct {
	state   protoimpl.MessageState `protogen:"open.v1"`
	Account string                 `protobuf:"bytes,1,opt,name=account,proto3" json:"account,omitempty"`
	Asset   string                 `protobuf:"bytes,2,opt,name=asset,proto3" json:"asset,omitempty"`
	// At or above zero.
	Amount        string `protobuf:"bytes,3,opt,name=amount,proto3" json:"amount,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_MinBalance) Reset() {
	*x = GuardRule_MinBalance{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[21]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_MinBalance) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_MinBalance) ProtoMessage() {}

func (x *GuardRule_MinBalance) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[21]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_MinBalance.ProtoReflect.Descriptor instead.
func (*GuardRule_MinBalance) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 8}
}

func (x *GuardRule_MinBalance) GetAccount() string {
	if x != nil {
		return x.Account
	}
	return ""
}

func (x *GuardRule_MinBalance) GetAsset() string {
	if x != nil {
		return x.Asset
	}
	return ""
}

func (x *GuardRule_MinBalance) GetAmount() string {
	if x != nil {
		return x.Amount
	}
	return ""
}

// Once the position's loss has reached this, at the action's price or its mark price, whichever is the worse for it, only
// what reduces it. Both prices are the agent's word (MarkPosition needs no more than its role): it stops an agent that
// tells true prices. What holds without its prices are max_position, max_count and limits on P&L and balances.
type GuardRule_StopLoss struct {
	state protoimpl.MessageState `protogen:"open.v1"`
	// Exactly one: a fraction of the position's cost, above "0" up to "1"; or an amount in the session's asset.
	Fraction      string `protobuf:"bytes,1,opt,name=fraction,proto3" json:"fraction,omitempty"`
	Amount        string `protobuf:"bytes,2,opt,name=amount,proto3" json:"amount,omitempty"`
	unknownFields protoimpl.UnknownFields
	sizeCache     protoimpl.SizeCache
}

func (x *GuardRule_StopLoss) Reset() {
	*x = GuardRule_StopLoss{}
	mi := &file_holdfast_v1_guards_proto_msgTypes[22]
	ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
	ms.StoreMessageInfo(mi)
}

func (x *GuardRule_StopLoss) String() string {
	return protoimpl.X.MessageStringOf(x)
}

func (*GuardRule_StopLoss) ProtoMessage() {}

func (x *GuardRule_StopLoss) ProtoReflect() protoreflect.Message {
	mi := &file_holdfast_v1_guards_proto_msgTypes[22]
	if x != nil {
		ms := protoimpl.X.MessageStateOf(protoimpl.Pointer(x))
		if ms.LoadMessageInfo() == nil {
			ms.StoreMessageInfo(mi)
		}
		return ms
	}
	return mi.MessageOf(x)
}

// Deprecated: Use GuardRule_StopLoss.ProtoReflect.Descriptor instead.
func (*GuardRule_StopLoss) Descriptor() ([]byte, []int) {
	return file_holdfast_v1_guards_proto_rawDescGZIP(), []int{1, 9}
}

func (x *GuardRule_StopLoss) GetFraction() string {
	if x != nil {
		return x.Fraction
	}
	return ""
}

func (x *GuardRule_StopLoss) GetAmount() string {
	if x != nil {
		return x.Amount
	}
	return ""
}

var File_holdfast_v1_guards_proto protoreflect.FileDescriptor

const file_holdfast_v1_guards_proto_rawDesc = "" +
	"\n" +
	"\x18holdfast/v1/guards.proto\x12\vholdfast.v1\x1a\x1egoogle/protobuf/duration.proto\x1a\x1fgoogle/protobuf/timestamp.proto\x1a\x18holdfast/v1/common.proto\"`\n" +
	"\n" +
	"GuardScope\x12\x18\n" +
	"\aactions\x18\x01 \x03(\tR\aactions\x12\x1e\n" +
	"\n" +
	"operations\x18\x02 \x03(\tR\n" +
	"operations\x12\x18\n" +
	"\amarkets\x18\x03 \x03(\tR\amarkets\"\xba\v\n" +
	"\tGuardRule\x12A\n" +
	"\n" +
	"max_amount\x18\x01 \x01(\v2 .holdfast.v1.GuardRule.MaxAmountH\x00R\tmaxAmount\x12K\n" +
	"\x0emax_daily_loss\x18\x02 \x01(\v2#.holdfast.v1.GuardRule.MaxDailyLossH\x00R\fmaxDailyLoss\x12G\n" +
	"\fmax_drawdown\x18\x03 \x01(\v2\".holdfast.v1.GuardRule.MaxDrawdownH\x00R\vmaxDrawdown\x12G\n" +
	"\fmax_position\x18\x04 \x01(\v2\".holdfast.v1.GuardRule.MaxPositionH\x00R\vmaxPosition\x128\n" +
	"\x05allow\x18\x05 \x01(\v2 .holdfast.v1.GuardRule.ValueListH\x00R\x05allow\x126\n" +
	"\x04deny\x18\x06 \x01(\v2 .holdfast.v1.GuardRule.ValueListH\x00R\x04deny\x12>\n" +
	"\tmax_count\x18\a \x01(\v2\x1f.holdfast.v1.GuardRule.MaxCountH\x00R\bmaxCount\x12=\n" +
	"\bcooldown\x18\b \x01(\v2\x1f.holdfast.v1.GuardRule.CooldownH\x00R\bcooldown\x12J\n" +
	"\rtrading_hours\x18\t \x01(\v2#.holdfast.v1.GuardRule.TradingHoursH\x00R\ftradingHours\x12D\n" +
	"\vmin_balance\x18\n" +
	" \x01(\v2!.holdfast.v1.GuardRule.MinBalanceH\x00R\n" +
	"minBalance\x12>\n" +
	"\tstop_loss\x18\v \x01(\v2\x1f.holdfast.v1.GuardRule.StopLossH\x00R\bstopLoss\x1a9\n" +
	"\tMaxAmount\x12\x14\n" +
	"\x05asset\x18\x01 \x01(\tR\x05asset\x12\x16\n" +
	"\x06amount\x18\x02 \x01(\tR\x06amount\x1a&\n" +
	"\fMaxDailyLoss\x12\x16\n" +
	"\x06amount\x18\x01 \x01(\tR\x06amount\x1aF\n" +
	"\vMaxDrawdown\x12\x1a\n" +
	"\bfraction\x18\x01 \x01(\tR\bfraction\x12\x1b\n" +
	"\tfrom_peak\x18\x02 \x01(\bR\bfromPeak\x1a)\n" +
	"\vMaxPosition\x12\x1a\n" +
	"\bquantity\x18\x01 \x01(\tR\bquantity\x1a9\n" +
	"\tValueList\x12\x14\n" +
	"\x05field\x18\x01 \x01(\tR\x05field\x12\x16\n" +
	"\x06values\x18\x02 \x03(\tR\x06values\x1aS\n" +
	"\bMaxCount\x12\x14\n" +
	"\x05count\x18\x01 \x01(\rR\x05count\x121\n" +
	"\x06window\x18\x02 \x01(\v2\x19.google.protobuf.DurationR\x06window\x1aY\n" +
	"\bCooldown\x12\x16\n" +
	"\x06losses\x18\x01 \x01(\rR\x06losses\x125\n" +
	"\bduration\x18\x02 \x01(\v2\x19.google.protobuf.DurationR\bduration\x1ai\n" +
	"\fTradingHours\x12\x12\n" +
	"\x04days\x18\x01 \x03(\rR\x04days\x12\x12\n" +
	"\x04from\x18\x02 \x01(\tR\x04from\x12\x14\n" +
	"\x05until\x18\x03 \x01(\tR\x05until\x12\x1b\n" +
	"\ttime_zone\x18\x04 \x01(\tR\btimeZone\x1aT\n" +
	"\n" +
	"MinBalance\x12\x18\n" +
	"\aaccount\x18\x01 \x01(\tR\aaccount\x12\x14\n" +
	"\x05asset\x18\x02 \x01(\tR\x05asset\x12\x16\n" +
	"\x06amount\x18\x03 \x01(\tR\x06amount\x1a>\n" +
	"\bStopLoss\x12\x1a\n" +
	"\bfraction\x18\x01 \x01(\tR\bfraction\x12\x16\n" +
	"\x06amount\x18\x02 \x01(\tR\x06amountB\x06\n" +
	"\x04rule\"\xd0\x02\n" +
	"\x05Guard\x12\x12\n" +
	"\x04name\x18\x01 \x01(\tR\x04name\x12\x19\n" +
	"\bagent_id\x18\x02 \x01(\tR\aagentId\x12*\n" +
	"\x04mode\x18\x03 \x01(\x0e2\x16.holdfast.v1.GuardModeR\x04mode\x12-\n" +
	"\x05scope\x18\x04 \x01(\v2\x17.holdfast.v1.GuardScopeR\x05scope\x12*\n" +
	"\x04rule\x18\x05 \x01(\v2\x16.holdfast.v1.GuardRuleR\x04rule\x12 \n" +
	"\vdescription\x18\x06 \x01(\tR\vdescription\x12\x18\n" +
	"\aversion\x18\a \x01(\rR\aversion\x129\n" +
	"\n" +
	"changed_at\x18\b \x01(\v2\x1a.google.protobuf.TimestampR\tchangedAt\x12\x1a\n" +
	"\brevision\x18\t \x01(\x04R\brevision\"\xb5\x02\n" +
	"\fGuardVerdict\x12\x14\n" +
	"\x05guard\x18\x01 \x01(\tR\x05guard\x12\x12\n" +
	"\x04kind\x18\x02 \x01(\tR\x04kind\x12*\n" +
	"\x04mode\x18\x03 \x01(\x0e2\x16.holdfast.v1.GuardModeR\x04mode\x12\x16\n" +
	"\x06passed\x18\x04 \x01(\bR\x06passed\x12\x1e\n" +
	"\n" +
	"applicable\x18\x05 \x01(\bR\n" +
	"applicable\x12\x14\n" +
	"\x05limit\x18\x06 \x01(\tR\x05limit\x12\x16\n" +
	"\x06actual\x18\a \x01(\tR\x06actual\x12\x18\n" +
	"\amessage\x18\b \x01(\tR\amessage\x12\x18\n" +
	"\aversion\x18\t \x01(\rR\aversion\x125\n" +
	"\bretry_at\x18\n" +
	" \x01(\v2\x1a.google.protobuf.TimestampR\aretryAt\"\xbc\x01\n" +
	"\rOperationRisk\x12\x16\n" +
	"\x06market\x18\x01 \x01(\tR\x06market\x12\x12\n" +
	"\x04side\x18\x02 \x01(\tR\x04side\x12\x1a\n" +
	"\bquantity\x18\x03 \x01(\tR\bquantity\x12\x14\n" +
	"\x05price\x18\x04 \x01(\tR\x05price\x12\x14\n" +
	"\x05asset\x18\x05 \x01(\tR\x05asset\x12\x16\n" +
	"\x06amount\x18\x06 \x01(\tR\x06amount\x12\x1f\n" +
	"\vreduce_only\x18\a \x01(\bR\n" +
	"reduceOnly\"\xe3\x02\n" +
	"\x0fPutGuardRequest\x12\x19\n" +
	"\bagent_id\x18\x01 \x01(\tR\aagentId\x12\x1d\n" +
	"\n" +
	"request_id\x18\x02 \x01(\tR\trequestId\x12\x14\n" +
	"\x05epoch\x18\x03 \x01(\x04R\x05epoch\x12\x12\n" +
	"\x04name\x18\x04 \x01(\tR\x04name\x12*\n" +
	"\x04mode\x18\x05 \x01(\x0e2\x16.holdfast.v1.GuardModeR\x04mode\x12-\n" +
	"\x05scope\x18\x06 \x01(\v2\x17.holdfast.v1.GuardScopeR\x05scope\x12*\n" +
	"\x04rule\x18\a \x01(\v2\x16.holdfast.v1.GuardRuleR\x04rule\x12 \n" +
	"\vdescription\x18\b \x01(\tR\vdescription\x12.\n" +
	"\x10expected_version\x18\t \x01(\rH\x00R\x0fexpectedVersion\x88\x01\x01B\x13\n" +
	"\x11_expected_version\"n\n" +
	"\x10PutGuardResponse\x120\n" +
	"\x06header\x18\x01 \x01(\v2\x18.holdfast.v1.WriteHeaderR\x06header\x12(\n" +
	"\x05guard\x18\x02 \x01(\v2\x12.holdfast.v1.GuardR\x05guard\"\xd5\x01\n" +
	"\x12DeleteGuardRequest\x12\x19\n" +
	"\bagent_id\x18\x01 \x01(\tR\aagentId\x12\x1d\n" +
	"\n" +
	"request_id\x18\x02 \x01(\tR\trequestId\x12\x14\n" +
	"\x05epoch\x18\x03 \x01(\x04R\x05epoch\x12\x12\n" +
	"\x04name\x18\x04 \x01(\tR\x04name\x12.\n" +
	"\x10expected_version\x18\x05 \x01(\rH\x00R\x0fexpectedVersion\x88\x01\x01\x12\x16\n" +
	"\x06reason\x18\x06 \x01(\tR\x06reasonB\x13\n" +
	"\x11_expected_version\"G\n" +
	"\x13DeleteGuardResponse\x120\n" +
	"\x06header\x18\x01 \x01(\v2\x18.holdfast.v1.WriteHeaderR\x06header\"\x8d\x01\n" +
	"\x11ListGuardsRequest\x12\x19\n" +
	"\bagent_id\x18\x01 \x01(\tR\aagentId\x12\x1b\n" +
	"\tpage_size\x18\x02 \x01(\rR\bpageSize\x12\x1d\n" +
	"\n" +
	"page_token\x18\x03 \x01(\tR\tpageToken\x12!\n" +
	"\fmin_revision\x18\x04 \x01(\x04R\vminRevision\"\x99\x01\n" +
	"\x12ListGuardsResponse\x12/\n" +
	"\x06header\x18\x01 \x01(\v2\x17.holdfast.v1.ReadHeaderR\x06header\x12*\n" +
	"\x06guards\x18\x02 \x03(\v2\x12.holdfast.v1.GuardR\x06guards\x12&\n" +
	"\x0fnext_page_token\x18\x03 \x01(\tR\rnextPageToken\"\xfd\x01\n" +
	"\x15EvaluateGuardsRequest\x12\x19\n" +
	"\bagent_id\x18\x01 \x01(\tR\aagentId\x12\x16\n" +
	"\x06action\x18\x02 \x01(\tR\x06action\x12\x1c\n" +
	"\toperation\x18\x03 \x01(\tR\toperation\x12\x14\n" +
	"\x05venue\x18\x04 \x01(\tR\x05venue\x12.\n" +
	"\x04risk\x18\x05 \x01(\v2\x1a.holdfast.v1.OperationRiskR\x04risk\x12\x10\n" +
	"\x03pnl\x18\x06 \x01(\tR\x03pnl\x12\x18\n" +
	"\aaccount\x18\a \x01(\tR\aaccount\x12!\n" +
	"\fmin_revision\x18\b \x01(\x04R\vminRevision\"\x9a\x01\n" +
	"\x16EvaluateGuardsResponse\x12/\n" +
	"\x06header\x18\x01 \x01(\v2\x17.holdfast.v1.ReadHeaderR\x06header\x12\x18\n" +
	"\aallowed\x18\x02 \x01(\bR\aallowed\x125\n" +
	"\bverdicts\x18\x03 \x03(\v2\x19.holdfast.v1.GuardVerdictR\bverdicts*k\n" +
	"\tGuardMode\x12\x1a\n" +
	"\x16GUARD_MODE_UNSPECIFIED\x10\x00\x12\x16\n" +
	"\x12GUARD_MODE_ENFORCE\x10\x01\x12\x13\n" +
	"\x0fGUARD_MODE_WARN\x10\x02\x12\x15\n" +
	"\x11GUARD_MODE_SHADOW\x10\x03B\x87\x01\n" +
	"\x0fdev.holdfast.v1B\vGuardsProtoP\x01Z\x1aholdfast.dev/go/holdfastv1\xa2\x02\x03HXX\xaa\x02\vHoldfast.V1\xca\x02\vHoldfast\\V1\xe2\x02\x17Holdfast\\V1\\GPBMetadata\xea\x02\fHoldfast::V1b\x06proto3"

var (
	file_holdfast_v1_guards_proto_rawDescOnce sync.Once
	file_holdfast_v1_guards_proto_rawDescData []byte
)

func file_holdfast_v1_guards_proto_rawDescGZIP() []byte {
	file_holdfast_v1_guards_proto_rawDescOnce.Do(func() {
		file_holdfast_v1_guards_proto_rawDescData = protoimpl.X.CompressGZIP(unsafe.Slice(unsafe.StringData(file_holdfast_v1_guards_proto_rawDesc), len(file_holdfast_v1_guards_proto_rawDesc)))
	})
	return file_holdfast_v1_guards_proto_rawDescData
}

var file_holdfast_v1_guards_proto_enumTypes = make([]protoimpl.EnumInfo, 1)
var file_holdfast_v1_guards_proto_msgTypes = make([]protoimpl.MessageInfo, 23)
var file_holdfast_v1_guards_proto_goTypes = []any{
	(GuardMode)(0),                 // 0: holdfast.v1.GuardMode
	(*GuardScope)(nil),             // 1: holdfast.v1.GuardScope
	(*GuardRule)(nil),              // 2: holdfast.v1.GuardRule
	(*Guard)(nil),                  // 3: holdfast.v1.Guard
	(*GuardVerdict)(nil),           // 4: holdfast.v1.GuardVerdict
	(*OperationRisk)(nil),          // 5: holdfast.v1.OperationRisk
	(*PutGuardRequest)(nil),        // 6: holdfast.v1.PutGuardRequest
	(*PutGuardResponse)(nil),       // 7: holdfast.v1.PutGuardResponse
	(*DeleteGuardRequest)(nil),     // 8: holdfast.v1.DeleteGuardRequest
	(*DeleteGuardResponse)(nil),    // 9: holdfast.v1.DeleteGuardResponse
	(*ListGuardsRequest)(nil),      // 10: holdfast.v1.ListGuardsRequest
	(*ListGuardsResponse)(nil),     // 11: holdfast.v1.ListGuardsResponse
	(*EvaluateGuardsRequest)(nil),  // 12: holdfast.v1.EvaluateGuardsRequest
	(*EvaluateGuardsResponse)(nil), // 13: holdfast.v1.EvaluateGuardsResponse
	(*GuardRule_MaxAmount)(nil),    // 14: holdfast.v1.GuardRule.MaxAmount
	(*GuardRule_MaxDailyLoss)(nil), // 15: holdfast.v1.GuardRule.MaxDailyLoss
	(*GuardRule_MaxDrawdown)(nil),  // 16: holdfast.v1.GuardRule.MaxDrawdown
	(*GuardRule_MaxPosition)(nil),  // 17: holdfast.v1.GuardRule.MaxPosition
	(*GuardRule_ValueList)(nil),    // 18: holdfast.v1.GuardRule.ValueList
	(*GuardRule_MaxCount)(nil),     // 19: holdfast.v1.GuardRule.MaxCount
	(*GuardRule_Cooldown)(nil),     // 20: holdfast.v1.GuardRule.Cooldown
	(*GuardRule_TradingHours)(nil), // 21: holdfast.v1.GuardRule.TradingHours
	(*GuardRule_MinBalance)(nil),   // 22: holdfast.v1.GuardRule.MinBalance
	(*GuardRule_StopLoss)(nil),     // 23: holdfast.v1.GuardRule.StopLoss
	(*timestamppb.Timestamp)(nil),  // 24: google.protobuf.Timestamp
	(*WriteHeader)(nil),            // 25: holdfast.v1.WriteHeader
	(*ReadHeader)(nil),             // 26: holdfast.v1.ReadHeader
	(*durationpb.Duration)(nil),    // 27: google.protobuf.Duration
}
var file_holdfast_v1_guards_proto_depIdxs = []int32{
	14, // 0: holdfast.v1.GuardRule.max_amount:type_name -> holdfast.v1.GuardRule.MaxAmount
	15, // 1: holdfast.v1.GuardRule.max_daily_loss:type_name -> holdfast.v1.GuardRule.MaxDailyLoss
	16, // 2: holdfast.v1.GuardRule.max_drawdown:type_name -> holdfast.v1.GuardRule.MaxDrawdown
	17, // 3: holdfast.v1.GuardRule.max_position:type_name -> holdfast.v1.GuardRule.MaxPosition
	18, // 4: holdfast.v1.GuardRule.allow:type_name -> holdfast.v1.GuardRule.ValueList
	18, // 5: holdfast.v1.GuardRule.deny:type_name -> holdfast.v1.GuardRule.ValueList
	19, // 6: holdfast.v1.GuardRule.max_count:type_name -> holdfast.v1.GuardRule.MaxCount
	20, // 7: holdfast.v1.GuardRule.cooldown:type_name -> holdfast.v1.GuardRule.Cooldown
	21, // 8: holdfast.v1.GuardRule.trading_hours:type_name -> holdfast.v1.GuardRule.TradingHours
	22, // 9: holdfast.v1.GuardRule.min_balance:type_name -> holdfast.v1.GuardRule.MinBalance
	23, // 10: holdfast.v1.GuardRule.stop_loss:type_name -> holdfast.v1.GuardRule.StopLoss
	0,  // 11: holdfast.v1.Guard.mode:type_name -> holdfast.v1.GuardMode
	1,  // 12: holdfast.v1.Guard.scope:type_name -> holdfast.v1.GuardScope
	2,  // 13: holdfast.v1.Guard.rule:type_name -> holdfast.v1.GuardRule
	24, // 14: holdfast.v1.Guard.changed_at:type_name -> google.protobuf.Timestamp
	0,  // 15: holdfast.v1.GuardVerdict.mode:type_name -> holdfast.v1.GuardMode
	24, // 16: holdfast.v1.GuardVerdict.retry_at:type_name -> google.protobuf.Timestamp
	0,  // 17: holdfast.v1.PutGuardRequest.mode:type_name -> holdfast.v1.GuardMode
	1,  // 18: holdfast.v1.PutGuardRequest.scope:type_name -> holdfast.v1.GuardScope
	2,  // 19: holdfast.v1.PutGuardRequest.rule:type_name -> holdfast.v1.GuardRule
	25, // 20: holdfast.v1.PutGuardResponse.header:type_name -> holdfast.v1.WriteHeader
	3,  // 21: holdfast.v1.PutGuardResponse.guard:type_name -> holdfast.v1.Guard
	25, // 22: holdfast.v1.DeleteGuardResponse.header:type_name -> holdfast.v1.WriteHeader
	26, // 23: holdfast.v1.ListGuardsResponse.header:type_name -> holdfast.v1.ReadHeader
	3,  // 24: holdfast.v1.ListGuardsResponse.guards:type_name -> holdfast.v1.Guard
	5,  // 25: holdfast.v1.EvaluateGuardsRequest.risk:type_name -> holdfast.v1.OperationRisk
	26, // 26: holdfast.v1.EvaluateGuardsResponse.header:type_name -> holdfast.v1.ReadHeader
	4,  // 27: holdfast.v1.EvaluateGuardsResponse.verdicts:type_name -> holdfast.v1.GuardVerdict
	27, // 28: holdfast.v1.GuardRule.MaxCount.window:type_name -> google.protobuf.Duration
	27, // 29: holdfast.v1.GuardRule.Cooldown.duration:type_name -> google.protobuf.Duration
	30, // [30:30] is the sub-list for method output_type
	30, // [30:30] is the sub-list for method input_type
	30, // [30:30] is the sub-list for extension type_name
	30, // [30:30] is the sub-list for extension extendee
	0,  // [0:30] is the sub-list for field type_name
}

func init() { file_holdfast_v1_guards_proto_init() }
func file_holdfast_v1_guards_proto_init() {
	if File_holdfast_v1_guards_proto != nil {
		return
	}
	file_holdfast_v1_common_proto_init()
	file_holdfast_v1_guards_proto_msgTypes[1].OneofWrappers = []any{
		(*GuardRule_MaxAmount_)(nil),
		(*GuardRule_MaxDailyLoss_)(nil),
		(*GuardRule_MaxDrawdown_)(nil),
		(*GuardRule_MaxPosition_)(nil),
		(*GuardRule_Allow)(nil),
		(*GuardRule_Deny)(nil),
		(*GuardRule_MaxCount_)(nil),
		(*GuardRule_Cooldown_)(nil),
		(*GuardRule_TradingHours_)(nil),
		(*GuardRule_MinBalance_)(nil),
		(*GuardRule_StopLoss_)(nil),
	}
	file_holdfast_v1_guards_proto_msgTypes[5].OneofWrappers = []any{}
	file_holdfast_v1_guards_proto_msgTypes[7].OneofWrappers = []any{}
	type x struct{}
	out := protoimpl.TypeBuilder{
		File: protoimpl.DescBuilder{
			GoPackagePath: reflect.TypeOf(x{}).PkgPath(),
			RawDescriptor: unsafe.Slice(unsafe.StringData(file_holdfast_v1_guards_proto_rawDesc), len(file_holdfast_v1_guards_proto_rawDesc)),
			NumEnums:      1,
			NumMessages:   23,
			NumExtensions: 0,
			NumServices:   0,
		},
		GoTypes:           file_holdfast_v1_guards_proto_goTypes,
		DependencyIndexes: file_holdfast_v1_guards_proto_depIdxs,
		EnumInfos:         file_holdfast_v1_guards_proto_enumTypes,
		MessageInfos:      file_holdfast_v1_guards_proto_msgTypes,
	}.Build()
	File_holdfast_v1_guards_proto = out.File
	file_holdfast_v1_guards_proto_goTypes = nil
	file_holdfast_v1_guards_proto_depIdxs = nil
}
