using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Between;

/// <summary>What one node asks another: one step up or down from one thing.</summary>
/// <param name="Thing">EPC, lot or class, canonical.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Purpose">One of <see cref="ChainWords.Purposes"/>.</param>
internal sealed record ChainQuestion(string Thing, ChainDirection Direction, string Purpose)
{
    /// <summary>The <c>typ</c> of such a message.</summary>
    public const string Type = "voltloop-question+jwt";

    /// <summary>Longest name of a thing, in characters.</summary>
    public const int MaxName = 2048;

    /// <summary>How long a question holds: long enough for a slow line, too short to be of use to a thief.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>The grant that the asker refers to; <c>null</c> for any that helps.</summary>
    public string? Grant { get; init; }

    /// <summary>The question as claims.</summary>
    public JsonObject ToClaims()
    {
        var claims = new JsonObject { ["thing"] = Thing, ["direction"] = ChainWords.Of(Direction), ["purpose"] = Purpose };
        if (Grant is not null) claims["grant"] = Grant;
        return claims;
    }

    /// <summary>The question of claims.</summary>
    /// <exception cref="ProblemException">A claim is missing or no such word.</exception>
    public static ChainQuestion Read(JsonElement claims)
    {
        var thing = Text(claims, "thing") is { Length: > 0 and <= MaxName } stated ? stated
            : throw new ProblemException(CommonProblems.BadRequest, $"A question names a thing with 1 to {MaxName} characters.", "thing");
        return new ChainQuestion(thing, ChainWords.Direction(Text(claims, "direction")), ChainWords.Purpose(Text(claims, "purpose"))) { Grant = Text(claims, "grant") };
    }
}
