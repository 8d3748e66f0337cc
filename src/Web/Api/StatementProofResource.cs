namespace Voltloop.Web.Api;

/// <summary>Proof that a statement is in its assertion.</summary>
/// <param name="Leaf">Salted hash of the statement, base64.</param>
/// <param name="Ordinal">Place in the assertion, from 0.</param>
/// <param name="Count">Statements of the assertion.</param>
/// <param name="Path">Hashes from the leaf to the assertion's root, base64.</param>
public sealed record StatementProofResource(string Leaf, int Ordinal, ulong Count, IReadOnlyList<string> Path);
