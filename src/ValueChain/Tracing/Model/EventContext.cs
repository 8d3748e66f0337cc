namespace Voltloop.Tracing.Model;

/// <summary>The JSON-LD context of events.</summary>
internal static class EventContext
{
    /// <summary>Address of the official context.</summary>
    public const string Official = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
}
