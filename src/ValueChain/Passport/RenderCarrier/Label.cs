using Voltloop.Core.Identities;
using Voltloop.Record.Things;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>What is printed for one thing.</summary>
/// <param name="Link">What the code holds.</param>
/// <param name="Title">Name of the thing.</param>
/// <param name="Lines">Identifier in the readable form under the code, one part per line.</param>
internal sealed record Label(Uri Link, string Title, IReadOnlyList<string> Lines)
{
    /// <summary>The label of a thing.</summary>
    public static Label Of(Thing thing, Uri? publicBase) => new(CarrierLink.For(thing.Id, publicBase), thing.Label, Readable(thing.Id));

    // GS1 asks for the element string beside the code, so that a person can type what a scanner cannot read.
    private static List<string> Readable(ThingId id) => id.ToDigitalLink() is { } link
        ? [.. link.Qualifiers.Prepend(link.Key).Select(part => $"({part.Ai}) {part.Value}")]
        : [id.Value];
}
