namespace Voltloop.Record.Proofs.Trust;

/// <summary>Finds the key of a signature. Keys come from here only, never from the artefact that is verified.</summary>
public interface IKeyResolver
{
    /// <summary>The signer.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not trusted, not known, not valid or revoked.</exception>
    Signer Resolve(KeyRequest request);
}
