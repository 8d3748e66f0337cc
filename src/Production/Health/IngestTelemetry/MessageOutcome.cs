using Voltloop.Core.Problems;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>What became of one message.</summary>
/// <param name="Asset">Battery, as sent.</param>
/// <param name="Source">Source, as sent.</param>
/// <param name="Id">Identifier, as sent.</param>
/// <param name="Outcome">taken, duplicate or refused. The first two are durable.</param>
internal sealed record MessageOutcome(string Asset, string Source, string Id, string Outcome)
{
    /// <summary>The message and its samples are in the record.</summary>
    public const string Taken = "taken";

    /// <summary>It was taken before; nothing changes.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>It is not in the record, for the reason given.</summary>
    public const string Refused = "refused";

    /// <summary>Samples new to the record.</summary>
    public int Samples { get; init; }

    /// <summary>Of them, samples that came after newer ones and were merged.</summary>
    public int Late { get; init; }

    /// <summary>Samples of the message that were there already.</summary>
    public int Repeated { get; init; }

    /// <summary>Readings that no sensor can have made; they are kept as missing.</summary>
    public int LeftOut { get; init; }

    /// <summary>Name of the problem.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Detail { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>A refusal.</summary>
    public static MessageOutcome Of(TelemetryEnvelope message, Problem problem) => new(message.Asset, message.Source, message.Id, Refused)
    {
        Problem = problem.Kind.Code, Detail = problem.Detail, Remedy = problem.Remedy,
    };
}
