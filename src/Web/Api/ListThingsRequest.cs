using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Web.Api;

/// <summary>Query parameters of the list of things.</summary>
/// <param name="Text">Part of an identifier, label or alias.</param>
/// <param name="Identifier">A whole identifier, own or further, letter by letter.</param>
/// <param name="Kind">Kind of thing, in kebab-case.</param>
/// <param name="Model">Identifier of the model.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Page size.</param>
public sealed record ListThingsRequest(string? Text, string? Identifier, string? Kind, string? Model, string? Cursor, int? Limit)
{
    /// <summary>The query behind the parameters.</summary>
    /// <exception cref="ProblemException">A parameter is out of range.</exception>
    public ThingQuery ToQuery() => new()
    {
        Text = Text,
        Identifier = Identifier,
        Kinds = Kind is null ? [] : [ReadKind(Kind)],
        Model = Model is null ? null : ThingId.Parse(Model),
        Cursor = Cursor,
        Limit = PageLimit.Read(Limit, 100, ThingQuery.MaxLimit),
    };

    private static ThingKind ReadKind(string text) =>
        Enum.TryParse<ThingKind>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a kind of thing.", "kind");
}
