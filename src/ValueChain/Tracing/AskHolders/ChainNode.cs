using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Signing;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.AskHolders;

/// <summary>This node as others meet it: its name, the key it signs with, and the service that takes questions.</summary>
/// <param name="log">Has the identity.</param>
/// <param name="access">Names the operator who runs the node.</param>
internal sealed class ChainNode(IRecordLog log, AccessSettings access) : INodeService
{
    /// <summary>Where questions are taken.</summary>
    public const string QuestionsPath = "/api/v1/chain/questions";

    /// <inheritdoc/>
    public string Key => "chain";

    /// <inheritdoc/>
    public string Type => HolderBook.ServiceType;

    /// <inheritdoc/>
    public string Path => QuestionsPath;

    /// <summary>Its did:web.</summary>
    public string Did => log.Keys.Document.Id;

    /// <summary>Whether others can look its name up.</summary>
    public bool IsNamed => Did != NodeKeys.UnnamedDid;

    /// <summary>The operator who runs it.</summary>
    public string Operator => access.Keeper.Value;

    /// <summary>The log that proofs are over.</summary>
    public IRecordLog Log => log;

    /// <summary>The key that signs now.</summary>
    /// <exception cref="ProblemException">The node has no name that others could look up, or no key.</exception>
    public IssuerKey Signer() => IsNamed ? log.Keys.Current()
        : throw new ProblemException(TracingProblems.UnnamedNode, $"{Did} leads nobody here.", null, $"Name the node before its first start: {NodeKeys.DidVariable}=did:web:your.host");
}
