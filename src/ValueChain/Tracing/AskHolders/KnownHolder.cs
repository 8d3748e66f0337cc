using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Another node, as its DID document describes it.</summary>
/// <param name="Document">Identity and keys.</param>
/// <param name="Endpoint">Where it takes questions; <c>null</c> when it takes none.</param>
internal sealed record KnownHolder(DidDocument Document, Uri? Endpoint);
