using System.Text.Json.Serialization;
using Voltloop.Tracing.CheckKeyEvents;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>A problem of one event of a document, in the words of problem details.</summary>
/// <param name="Type">Kind of the problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Location">Where in the document, as a JSON pointer.</param>
internal sealed record CaptureFinding(string Type, string Title, string Detail, string Location)
{
    /// <summary>True when the event was refused; false for a warning.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>Rule of key events that is not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>Place of the event in its document, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Event { get; init; }

    /// <summary>What to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }

    /// <summary>What it waits for; <c>null</c> when no later event can settle it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenFinding? Open { get; init; }

    /// <summary>True when what it waited for has come.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Settled { get; init; }
}
