namespace Voltloop.Web.Api;

/// <summary>Proof that an assertion is in the log.</summary>
/// <param name="Checkpoint">Signed note that the path leads to.</param>
/// <param name="Entry">Bytes of the leaf, base64.</param>
/// <param name="Index">Place of the leaf, from 0.</param>
/// <param name="Path">Hashes from the leaf to the root, base64.</param>
/// <param name="Statement">Proof of one statement in the assertion, when it was asked for.</param>
public sealed record LogProofResource(string Checkpoint, string Entry, ulong Index, IReadOnlyList<string> Path, StatementProofResource? Statement);
