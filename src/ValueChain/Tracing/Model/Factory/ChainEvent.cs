using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Writes one EPCIS 2.0 event as JSON on one line. Field by field, so that chains of any length can be written.</summary>
internal sealed class ChainEvent
{
    private readonly ArrayBufferWriter<byte> _bytes = new(2048);
    private readonly Utf8JsonWriter _json;

    private ChainEvent() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>An event that observes things.</summary>
    public static ChainEvent Object(DateTimeOffset at, string action, string step) => Begin("ObjectEvent", at, step).Text("action", action);

    /// <summary>An event that makes something of something.</summary>
    public static ChainEvent Transformation(DateTimeOffset at, string step) => Begin("TransformationEvent", at, step);

    /// <summary>An event that puts things into another or takes them out.</summary>
    public static ChainEvent Aggregation(DateTimeOffset at, string action, string step) => Begin("AggregationEvent", at, step).Text("action", action);

    /// <summary>Says which key event of a battery it is.</summary>
    public ChainEvent Key(string code) => Text("voltloop:keyEvent", code);

    /// <summary>Says where: at a machine or dock of a site.</summary>
    public ChainEvent Where(FactorySite site, string? machine = null)
    {
        Place("readPoint", machine is null ? site.Id : site.At(machine));
        return Place("bizLocation", site.Id);
    }

    /// <summary>Says which shift of operators was there; three a day, each with a crew that changes weekly.</summary>
    public ChainEvent Shift(DateTimeOffset at)
    {
        var (shift, week) = ((at.Hour + 2) / 8 % 3, (int)((at - FactoryPlan.FirstDay).Days / 7));
        return Text("voltloop:operatorShift", shift switch { 0 => "night", 1 => "early", _ => "late" }).Text("voltloop:crew", "crew-" + (char)('A' + ((shift + week) % 3)));
    }

    /// <summary>A text field.</summary>
    public ChainEvent Text(string name, string value)
    {
        _json.WriteString(name, value);
        return this;
    }

    /// <summary>A number, rounded to what is worth saying.</summary>
    public ChainEvent Number(string name, double value, int places)
    {
        _json.WriteNumber(name, Rounded(value, places));
        return this;
    }

    /// <summary>A list of single things.</summary>
    public ChainEvent Things(string name, params ReadOnlySpan<string> things)
    {
        _json.WriteStartArray(name);
        foreach (var thing in things) _json.WriteStringValue(thing);
        _json.WriteEndArray();
        return this;
    }

    /// <summary>A list of lots with their mass in kg.</summary>
    public ChainEvent Lots(string name, params ReadOnlySpan<(string Lot, double Kg)> lots)
    {
        _json.WriteStartArray(name);
        foreach (var (lot, kg) in lots)
        {
            _json.WriteStartObject();
            Text("epcClass", lot).Number("quantity", kg, 3).Text("uom", "KGM");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>Mass and place on a coil of what went in.</summary>
    public ChainEvent Parts(params ReadOnlySpan<ChainPart> parts)
    {
        _json.WriteStartArray("voltloop:parts");
        foreach (var part in parts) Part(part);
        _json.WriteEndArray();
        return this;
    }

    /// <summary>What is in a lot: mass fractions with their standard uncertainty.</summary>
    public ChainEvent Content(string material, params ReadOnlySpan<(string Element, double Fraction)> content)
    {
        Text("voltloop:material", material).Number("voltloop:weighingUncertainty", SupplyChain.Weighing, 4);
        _json.WriteStartArray("voltloop:content");
        foreach (var (element, fraction) in content)
        {
            _json.WriteStartObject();
            Text("element", element).Number("massFraction", fraction, 6).Number("uncertainty", SupplyChain.AssayOf(fraction), 7);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>How a lot is kept apart, and which part of it carries the claim of a valid certificate.</summary>
    public ChainEvent Claim(double? part) => part is { } claimed ? Text("voltloop:custodyModel", "massBalance").Number("voltloop:claimed", claimed, 2) : this;

    /// <summary>Who hands over to whom, or from where to where.</summary>
    /// <param name="type"><c>location</c> or <c>owning_party</c>.</param>
    /// <param name="from">Who or where from.</param>
    /// <param name="to">Who or where to.</param>
    public ChainEvent Moved(string type, string from, string to) => Party("sourceList", ("source", type, from)).Party("destinationList", ("destination", type, to));

    /// <summary>A business document, such as a certificate.</summary>
    public ChainEvent Document(string type, string id) => Party("bizTransactionList", ("bizTransaction", type, id));

    /// <summary>Begins what sensors read.</summary>
    public ChainEvent Sensors()
    {
        _json.WriteStartArray("sensorElementList");
        return this;
    }

    /// <summary>What one sensor read, or one element of a list of sensors.</summary>
    public ChainEvent Sensor(ChainSensor of, params ReadOnlySpan<(string Type, double Value, string Unit)> read)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("sensorMetadata");
        of.Write(this);
        _json.WriteEndObject();
        _json.WriteStartArray("sensorReport");
        foreach (var (type, value, unit) in read) Report(type, value, unit);
        _json.WriteEndArray();
        _json.WriteEndObject();
        return this;
    }

    /// <summary>Ends what sensors read.</summary>
    public ChainEvent EndSensors()
    {
        _json.WriteEndArray();
        return this;
    }

    /// <summary>The event.</summary>
    public byte[] End()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }

    /// <summary>A moment as events write it.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static ChainEvent Begin(string type, DateTimeOffset at, string step)
    {
        var one = new ChainEvent();
        one._json.WriteStartObject();
        return one.Text("type", type).Text("eventTime", Moment(at)).Text("eventTimeZoneOffset", "+00:00").Text("bizStep", step);
    }

    private void Part(ChainPart part)
    {
        _json.WriteStartObject();
        Text("id", part.Id);
        if (part.Into is not null) Text("into", part.Into);
        if (part.Kg > 0) Number("mass", part.Kg, 4);
        if (part.ToMetre > 0) Number("fromMetre", part.FromMetre, 1).Number("toMetre", part.ToMetre, 1);
        if (part.Lane > 0) Number("lane", part.Lane, 0);
        _json.WriteEndObject();
    }

    private void Report(string type, double value, string unit)
    {
        _json.WriteStartObject();
        Text("type", type).Number("value", value, 5).Text("uom", unit);
        _json.WriteEndObject();
    }

    private ChainEvent Place(string name, string id)
    {
        _json.WriteStartObject(name);
        Text("id", id);
        _json.WriteEndObject();
        return this;
    }

    private ChainEvent Party(string list, (string Name, string Type, string Id) party)
    {
        _json.WriteStartArray(list);
        _json.WriteStartObject();
        Text("type", party.Type).Text(party.Name, party.Id);
        _json.WriteEndObject();
        _json.WriteEndArray();
        return this;
    }

    // Through decimal, so that 0.3 is written as 0.3 and not with the dust of binary fractions.
    private static decimal Rounded(double value, int places) => Math.Round((decimal)value, places) / 1.000000000000m;
}
