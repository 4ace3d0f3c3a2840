// Long because both directions of one encoding are read together.

package holdfast

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	pb "holdfast.dev/go/holdfastv1"
)

const (
	maxDepth       = 64
	maxSafeInteger = 1<<53 - 1
	// Longer than any number that is kept: no work is spent on those beyond.
	maxNumberLength = 60
)

// ErrNoDocument is what FromDoc returns for a document that is absent; a document that is null is nil without an error.
var ErrNoDocument = errors.New("holdfast: there is no document")

// Doc makes a document of a value, exactly or not at all.
//
// It takes nil, booleans, all integers, finite floats, strings (UTF-8), []byte, Amount, time.Time, json.Number (kept to the
// last digit), and maps with string keys, slices, arrays and pointers of these; no structs. A float that is an integer comes
// back as an integer, and is refused beyond 2^53, where a float64 is no longer exact. The error's Field is the path of what is
// at fault.
func Doc(value any) (*pb.Document, error) {
	var text bytes.Buffer
	if err := format(&text, value, "$", 0); err != nil {
		return nil, err
	}
	return &pb.Document{Encoding: &pb.Document_Json{Json: text.String()}}, nil
}

// MustDoc is Doc for values that are known to fit; it panics where that fails.
func MustDoc(value any) *pb.Document {
	document, err := Doc(value)
	if err != nil {
		panic(err)
	}
	return document
}

func refuseValue(path, problem string, values ...any) error {
	return refuse("INVALID_DOCUMENT", path, "document: %s %s", path, fmt.Sprintf(problem, values...))
}

func format(text *bytes.Buffer, value any, path string, depth int) error {
	switch value := value.(type) {
	case nil:
		text.WriteString("null")
		return nil
	case Amount:
		if _, err := ParseAmount(value.String()); err != nil {
			return refuseValue(path, "is an amount of more than %d.%d digits", maxIntegerDigits, maxFractionDigits)
		}
		fmt.Fprintf(text, `{"__decimal__":"%s"}`, value)
		return nil
	case time.Time:
		utc := value.UTC()
		if utc.Year() < 1 || utc.Year() > 9999 {
			return refuseValue(path, "is a time outside the years 0001 to 9999")
		}
		fmt.Fprintf(text, `{"__timestamp__":"%s"}`, utc.Format(time.RFC3339Nano))
		return nil
	case []byte:
		fmt.Fprintf(text, `{"__binary__":"%s"}`, base64.StdEncoding.EncodeToString(value))
		return nil
	case json.Number:
		return formatDigits(text, value.String(), path)
	}
	switch value := reflect.ValueOf(value); value.Kind() {
	case reflect.Bool:
		text.WriteString(strconv.FormatBool(value.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		text.WriteString(strconv.FormatInt(value.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		text.WriteString(strconv.FormatUint(value.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		return formatFloat(text, value.Float(), path)
	case reflect.String:
		return formatString(text, value.String(), path)
	default:
		return formatNested(text, value, path, depth)
	}
	return nil
}

func formatFloat(text *bytes.Buffer, value float64, path string) error {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		return refuseValue(path, "is %v, which no document can hold", value)
	case value == math.Trunc(value) && math.Abs(value) > maxSafeInteger:
		return refuseValue(path, "is an integer beyond 2^53, where a float is no longer exact; use an integer or Amount")
	}
	text.WriteString(strconv.FormatFloat(value, 'g', -1, 64))
	return nil
}

func formatString(text *bytes.Buffer, value, path string) error {
	if !utf8.ValidString(value) {
		return refuseValue(path, "is no UTF-8; use []byte")
	}
	encoder := json.NewEncoder(text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return refuseValue(path, "cannot be encoded: %v", err)
	}
	// Encode ends with a line feed.
	text.Truncate(text.Len() - 1)
	return nil
}

// A number from elsewhere, such as an exchange's reply: an integer, else a float where that is exact, else an Amount.
func formatDigits(text *bytes.Buffer, number, path string) error {
	if _, err := strconv.ParseInt(number, 10, 64); err == nil {
		text.WriteString(number)
		return nil
	}
	if _, err := strconv.ParseUint(number, 10, 64); err == nil {
		text.WriteString(number)
		return nil
	}
	plain, err := withoutExponent(number)
	if err == nil {
		var amount Amount
		if amount, err = ParseAmount(plain); err == nil {
			float, _ := strconv.ParseFloat(plain, 64)
			shortest, _ := ParseAmount(strconv.FormatFloat(float, 'f', -1, 64))
			if shortest == amount && formatFloat(text, float, path) == nil {
				return nil
			}
			return format(text, amount, path, 0)
		}
	}
	return refuseValue(path, "holds the number %.60s, which nothing holds exactly", number)
}

// "1.5e-7" as "0.00000015".
func withoutExponent(number string) (string, error) {
	mantissa, power, found := strings.Cut(strings.ToLower(number), "e")
	if !found {
		return number, nil
	}
	exponent, err := strconv.Atoi(power)
	if err != nil || max(exponent, -exponent) > maxNumberLength || len(mantissa) > maxNumberLength {
		return "", errors.New("too long")
	}
	sign := ""
	if rest, negative := strings.CutPrefix(mantissa, "-"); negative {
		sign, mantissa = "-", rest
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits, point := whole+fraction, len(whole)+exponent
	if point <= 0 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if point >= len(digits) {
		return sign + digits + strings.Repeat("0", point-len(digits)), nil
	}
	return sign + digits[:point] + "." + digits[point:], nil
}

func formatNested(text *bytes.Buffer, value reflect.Value, path string, depth int) error {
	if depth >= maxDepth {
		return refuseValue(path, "is nested too deep, or in a cycle")
	}
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			return format(text, nil, path, depth)
		}
		return format(text, value.Elem().Interface(), path, depth+1)
	case reflect.Slice, reflect.Array:
		return formatList(text, value, path, depth)
	case reflect.Map:
		if value.Type().Key().Kind() == reflect.String {
			return formatMap(text, value, path, depth)
		}
	}
	return refuseValue(path, "is a %s, which no document can hold; use map[string]any", value.Type())
}

func formatList(text *bytes.Buffer, value reflect.Value, path string, depth int) error {
	if value.Kind() == reflect.Slice && value.IsNil() {
		return format(text, nil, path, depth)
	}
	text.WriteByte('[')
	for i := range value.Len() {
		if i > 0 {
			text.WriteByte(',')
		}
		if err := format(text, value.Index(i).Interface(), fmt.Sprintf("%s[%d]", path, i), depth+1); err != nil {
			return err
		}
	}
	text.WriteByte(']')
	return nil
}

var reservedKeys = []string{"__proto__", "__decimal__", "__timestamp__", "__binary__", "__int64__"}

func formatMap(text *bytes.Buffer, value reflect.Value, path string, depth int) error {
	if value.IsNil() {
		return format(text, nil, path, depth)
	}
	keys := value.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	text.WriteByte('{')
	for i, key := range keys {
		if slices.Contains(reservedKeys, key.String()) {
			return refuseValue(path, "holds the reserved key %s", key.String())
		}
		if i > 0 {
			text.WriteByte(',')
		}
		member := path + "." + key.String()
		if err := formatString(text, key.String(), member); err != nil {
			return err
		}
		text.WriteByte(':')
		if err := format(text, value.MapIndex(key).Interface(), member, depth+1); err != nil {
			return err
		}
	}
	text.WriteByte('}')
	return nil
}

// FromDoc gives a document's value: nil, bool, int64, uint64 (integers above int64), float64, string, []byte, Amount,
// time.Time (UTC), []any or map[string]any. ErrNoDocument for one that is absent. It reads the JSON encoding, which is what
// replies have unless a request asks for MessagePack.
func FromDoc(document *pb.Document) (any, error) {
	if document.GetEncoding() == nil {
		return nil, ErrNoDocument
	}
	text, ok := document.GetEncoding().(*pb.Document_Json)
	if !ok {
		return nil, refuse("INVALID_DOCUMENT", "", "FromDoc reads JSON documents; ask for that encoding")
	}
	decoder := json.NewDecoder(strings.NewReader(text.Json))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, refuse("INVALID_DOCUMENT", "", "document: not JSON: %v", err)
	}
	return untag(value)
}

func untag(value any) (any, error) {
	var err error
	switch value := value.(type) {
	case json.Number:
		return readNumber(value.String())
	case []any:
		for i := range value {
			if value[i], err = untag(value[i]); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		if len(value) == 1 {
			for key, only := range value {
				if text, ok := only.(string); ok && slices.Contains(reservedKeys, key) {
					return readTagged(key, text)
				}
			}
		}
		for key := range value {
			if value[key], err = untag(value[key]); err != nil {
				return nil, err
			}
		}
	}
	return value, nil
}

func readNumber(text string) (any, error) {
	if !strings.ContainsAny(text, ".eE") {
		if value, err := strconv.ParseInt(text, 10, 64); err == nil {
			return value, nil
		}
		value, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return nil, refuse("INVALID_DOCUMENT", "", "document: the integer %.40s fits neither int64 nor uint64", text)
		}
		return value, nil
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, refuse("INVALID_DOCUMENT", "", "document: the number %.40s fits no float64", text)
	}
	return value, nil
}

func readTagged(tag, text string) (value any, err error) {
	switch tag {
	case "__decimal__":
		value, err = ParseAmount(text)
	case "__timestamp__":
		value, err = time.Parse(time.RFC3339Nano, text)
	case "__binary__":
		value, err = base64.StdEncoding.DecodeString(text)
	default:
		err = errors.New("a key that no document may have")
	}
	if err != nil {
		return nil, refuse("INVALID_DOCUMENT", "", "document: %s: %v", tag, err)
	}
	return value, nil
}
