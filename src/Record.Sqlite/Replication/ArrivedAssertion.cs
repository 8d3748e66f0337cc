using System.Security.Cryptography;
using Voltloop.Record.Log;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Writing;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Makes an assertion that another node signed ready for the tables.</summary>
internal static class ArrivedAssertion
{
    public static PreparedAssertion Prepare(ReplicatedAssertion arrived)
    {
        var buffer = new CanonicalBuffer();
        var evidence = new Hash[arrived.Statements.Count];
        Span<byte> hash = stackalloc byte[MerkleTree.HashBytes];
        for (var i = 0; i < evidence.Length; i++)
        {
            buffer.Clear();
            var start = CanonicalStatement.Write(arrived.Statements[i], buffer);
            SHA256.HashData(buffer.Written[start..], hash);
            evidence[i] = Hash.Of(hash);
        }

        var (entry, assertion) = (arrived.Entry, new Assertion(arrived.Entry.Issuer, arrived.Statements));
        return new PreparedAssertion(assertion, entry.Root, evidence, arrived.Secret, entry.Signature);
    }
}
