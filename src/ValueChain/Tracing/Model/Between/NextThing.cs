namespace Voltloop.Tracing.Model.Between;

/// <summary>What is one step further.</summary>
/// <param name="Id">The thing, lot or class, canonical.</param>
/// <param name="Holders">Whom it came from (up) or went to (down); empty while it stays with the one who answers.</param>
internal sealed record NextThing(string Id, IReadOnlyList<ChainParty> Holders);
