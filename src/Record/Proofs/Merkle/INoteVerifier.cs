namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Verifies the signatures of one key under one name.</summary>
public interface INoteVerifier
{
    /// <summary>Name of the key.</summary>
    string Name { get; }

    /// <summary>The key's short identifier in signature lines.</summary>
    uint KeyId { get; }

    /// <summary>Whether the signature belongs to the text.</summary>
    bool Verify(string text, ReadOnlySpan<byte> signature);
}
