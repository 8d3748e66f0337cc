using Voltloop.Record.Writing;

namespace Voltloop.Record.Events;

/// <summary>The rules a capture must keep whatever the record holds.</summary>
public static class EventRules
{
    /// <summary>Checks a capture.</summary>
    /// <exception cref="Core.Problems.ProblemException">A rule is broken; the location names the place.</exception>
    public static void Check(EventCapture capture)
    {
        Rule.Name(capture.Issuer, Ports.WriteLimits.MaxTextLength, "issuer", "/events/issuer");
        Rule.Limit(capture.Events.Count, EventCapture.MaxEvents, "events of a capture", "/events");
        for (var i = 0; i < capture.Events.Count; i++) Check(capture.Events[i], $"/events/{i}");
    }

    private static void Check(EventEntry entry, string at)
    {
        Rule.Limit(entry.Json.Length, EventCapture.MaxEventBytes, "bytes of an event", at);
        Rule.Require(entry.Json.Length > 0, "The event is empty.", at);
        Rule.Require(EventLeaf.Fits(entry.Context), $"The context has more than {EventLeaf.MaxContextBytes} bytes.", at);
        Rule.Name(entry.Keys.Type, Ports.WriteLimits.MaxNameLength, "event type", at);
    }
}
