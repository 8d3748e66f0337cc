using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Writing;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>
/// The writing side of a node in either role: a primary has a writer and a key that signs; a back-up has neither, only a
/// connection that takes what its primary sends. Changing the role opens the one and closes the other.
/// </summary>
internal sealed class NodeWriting : IAsyncDisposable
{
    private readonly SqliteRecordOptions _options;
    private readonly SemaphoreSlim _changing = new(1, 1);
    private Writer? _writer;
    private volatile AssertionSigner? _signer;
    private ReplicaConnection? _replica;
    private volatile ReplicaState _state;

    private NodeWriting(SqliteRecordOptions options, NodeKeys keys, ReplicaState state)
    {
        _options = options;
        Keys = keys;
        _state = state;
    }

    public NodeKeys Keys { get; }

    public ChangeSignal Signal { get; } = new();

    public ReplicaState State => _state;

    public DateTimeOffset Now => _options.Time.GetUtcNow();

    /// <summary>Signs for a primary; <c>null</c> for a back-up, which speaks for nobody.</summary>
    public AssertionSigner? Signer => _signer;

    private string FilePath => Path.Combine(_options.Directory, SqliteRecord.FileName);

    public static NodeWriting Open(SqliteRecordOptions options)
    {
        var database = WriterConnection.Open(Path.Combine(options.Directory, SqliteRecord.FileName), options);
        try
        {
            var writing = new NodeWriting(options, NodeKeys.Open(options.Directory, options.Time.GetUtcNow()), PreservationTable.Read(database));
            writing.Take(database);
            return writing;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation)
    {
        var (writer, signer) = (Volatile.Read(ref _writer), _signer);
        if (writer is null)
        {
            throw new ProblemException(ReplicationProblems.ReadOnly, "This node follows another one.", null, $"Write to {_state.Primary}, or promote this node: ./run promote");
        }

        var receipt = await writer.WriteAsync(PreparedBatch.Of(batch, signer), cancellation);
        Signal.Pulse();
        return receipt;
    }

    /// <summary>Appends to the access log with the next commit, and gives the number of the newest line; <c>null</c> while nobody writes here.</summary>
    public async Task<long?> TryLogAsync(IReadOnlyList<AccessEntry> entries)
    {
        try
        {
            return Volatile.Read(ref _writer) is { } writer ? (await writer.WriteAsync(PreparedBatch.Of(entries), CancellationToken.None)).LastAccess : null;
        }
        catch (ProblemException e) when (e.Problem.Kind == RecordProblems.StoreClosed)
        {
            return null;
        }
    }

    /// <summary>Runs something on the connection of a back-up.</summary>
    public T Use<T>(Func<ReplicaConnection, T> use)
    {
        _changing.Wait();
        try
        {
            return use(_replica ?? throw new ProblemException(ReplicationProblems.WrongRole, "This node is no back-up."));
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Notes a state; a change of role opens and closes what belongs to it.</summary>
    public async Task ChangeAsync(Func<ReplicaState, ReplicaState> change)
    {
        await _changing.WaitAsync();
        try
        {
            await ChangeLockedAsync(change(_state));
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>A page has stored this state in its own transaction.</summary>
    public void Stored(ReplicaState state) => _state = state;

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        _replica?.Dispose();
    }

    private async Task ChangeLockedAsync(ReplicaState next)
    {
        var isSameRole = next.Role == _state.Role;
        if (isSameRole && _replica is not null)
        {
            _replica.Store(next);
            _state = next;
            return;
        }

        // The writer signs a last checkpoint when it closes: what a node says before it falls silent.
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
        {
            await writer.DisposeAsync();
        }

        _replica?.Dispose();
        _replica = null;
        var database = WriterConnection.Open(FilePath, _options);
        PreservationTable.Write(database, next);
        _state = next;
        Take(database);
        Signal.Pulse();
    }

    private void Take(Database database)
    {
        var signer = new AssertionSigner(Keys.Current(), _options.Time);
        if (_state.Role == NodeRole.Replica)
        {
            _signer = null;
            _replica = new ReplicaConnection(database, Keys, signer, _state);
            return;
        }

        Volatile.Write(ref _writer, new Writer(database, _options.Time, new NodeSigning(Keys, signer)));
        _signer = signer;
    }
}
