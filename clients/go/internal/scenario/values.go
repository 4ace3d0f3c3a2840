package scenario

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"time"

	holdfast "holdfast.dev/go"
)

const maxSafeInteger = 1<<53 - 1

// FromTagged makes Go's own type of each tagged form.
func FromTagged(value any) (any, error) {
	switch value := value.(type) {
	case []any:
		list := make([]any, len(value))
		for i, one := range value {
			var err error
			if list[i], err = FromTagged(one); err != nil {
				return nil, err
			}
		}
		return list, nil
	case map[string]any:
		if len(value) == 1 {
			for tag, text := range value {
				if untagged, err := untag(tag, Text(text)); untagged != nil || err != nil {
					return untagged, err
				}
			}
		}
		fields := make(map[string]any, len(value))
		for key, one := range value {
			var err error
			if fields[key], err = FromTagged(one); err != nil {
				return nil, err
			}
		}
		return fields, nil
	}
	return value, nil
}

func untag(tag, text string) (any, error) {
	switch tag {
	case "__decimal__":
		return holdfast.ParseAmount(text)
	case "__timestamp__":
		return time.Parse(time.RFC3339Nano, text)
	case "__binary__":
		return base64.StdEncoding.DecodeString(text)
	case "__int64__":
		if value, err := strconv.ParseInt(text, 10, 64); err == nil {
			return value, nil
		}
		return strconv.ParseUint(text, 10, 64)
	}
	return nil, nil
}

// ToTagged is the way back, for comparing.
func ToTagged(value any) any {
	switch value := value.(type) {
	case holdfast.Amount:
		return map[string]any{"__decimal__": value.String()}
	case time.Time:
		return map[string]any{"__timestamp__": value.Format(time.RFC3339Nano)}
	case []byte:
		return map[string]any{"__binary__": base64.StdEncoding.EncodeToString(value)}
	case int64:
		if value > maxSafeInteger || value < -maxSafeInteger {
			return map[string]any{"__int64__": fmt.Sprint(value)}
		}
	case uint64:
		return map[string]any{"__int64__": fmt.Sprint(value)}
	case []any:
		list := make([]any, len(value))
		for i, one := range value {
			list[i] = ToTagged(one)
		}
		return list
	case map[string]any:
		fields := make(map[string]any, len(value))
		for key, one := range value {
			fields[key] = ToTagged(one)
		}
		return fields
	}
	return value
}
