using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Reads messages in JSON: one object, an array of them, or an object with an array <c>messages</c>. Values stand in columns.</summary>
internal ref struct TelemetryJson
{
    private readonly double _now;
    private readonly List<TelemetryEnvelope> _found = [];
    private Utf8JsonReader _reader;
    private long _samples;

    private TelemetryJson(ReadOnlySpan<byte> bytes, double now)
    {
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 8 });
        _now = now;
    }

    /// <summary>Reads.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="now">Clock, s since 1970.</param>
    /// <exception cref="ProblemException">Not JSON of this form, or over a limit.</exception>
    public static IReadOnlyList<TelemetryEnvelope> Read(ReadOnlySpan<byte> bytes, double now)
    {
        try
        {
            var json = new TelemetryJson(bytes, now);
            json._reader.Read();
            json.Value();
            return json._found;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, $"The telemetry is not JSON of the form expected: {e.Message}", null, "See docs/how-to/take-telemetry-in.md."), e);
        }
    }

    private void Value()
    {
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) Message();
            return;
        }

        Message();
    }

    private void Message()
    {
        if (_reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"a message is an object, not {_reader.TokenType}");
        var (draft, isList) = (new MessageDraft(), false);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            if (name is "messages") (isList, _) = (true, List());
            else Field(draft, name);
        }

        if (isList) return;
        if (_found.Count >= TelemetryLimits.MaxMessagesPerRequest) throw TelemetryReader.TooMany("messages", nameof(TelemetryLimits.MaxMessagesPerRequest), TelemetryLimits.MaxMessagesPerRequest);
        _found.Add(draft.Close(_now));
    }

    private bool List()
    {
        if (_reader.TokenType != JsonTokenType.StartArray) throw new JsonException("messages is an array");
        Value();
        return true;
    }

    private void Field(MessageDraft draft, string name)
    {
        switch (name)
        {
            case "asset": draft.Asset = _reader.GetString() ?? ""; break;
            case "source": draft.Source = _reader.GetString() ?? ""; break;
            case "messageId": draft.Id = _reader.GetString() ?? ""; break;
            case "sequence": draft.Id = _reader.GetInt64().ToString(CultureInfo.InvariantCulture); break;
            case "positiveCurrent": draft.PositiveCurrent = _reader.GetString() ?? ""; break;
            case "units": Units(draft); break;
            case "time" or "voltage" or "current" or "temperature": Column(draft.Columns[name], name); break;
            default: throw new JsonException($"\"{name}\" is not a field of a message");
        }
    }

    private void Units(MessageDraft draft)
    {
        if (_reader.TokenType != JsonTokenType.StartObject) throw new JsonException("units is an object");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString()!;
            if (!TelemetryUnits.Has(name)) throw new JsonException($"units has no \"{name}\"");
            _reader.Read();
            draft.Units[name] = _reader.GetString() ?? "";
        }
    }

    private void Column(List<double> column, string name)
    {
        if (_reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"{name} is an array of numbers");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (column.Count >= TelemetryLimits.MaxSamplesPerMessage) throw TelemetryReader.TooMany("samples in a message", nameof(TelemetryLimits.MaxSamplesPerMessage), TelemetryLimits.MaxSamplesPerMessage);
            column.Add(_reader.TokenType == JsonTokenType.Null ? double.NaN : _reader.GetDouble());
        }

        _samples += name is "time" ? column.Count : 0;
        if (_samples > TelemetryLimits.MaxSamplesPerRequest) throw TelemetryReader.TooMany("samples in a request", nameof(TelemetryLimits.MaxSamplesPerRequest), TelemetryLimits.MaxSamplesPerRequest);
    }
}
