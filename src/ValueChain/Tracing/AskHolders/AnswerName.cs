namespace Voltloop.Tracing.AskHolders;

/// <summary>Which answer: whose, to which question.</summary>
/// <param name="Holder">DID of the node that answered.</param>
/// <param name="Thing">What was asked about.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>.</param>
/// <param name="Purpose">What for.</param>
internal sealed record AnswerName(string Holder, string Thing, string Direction, string Purpose);
