using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite.Access;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Record.Sqlite.Reading;
using Voltloop.Record.Sqlite.Replication;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite;

/// <summary>The record in one SQLite file: the embedded default.</summary>
public sealed class SqliteRecord : IRecordReader, IRecordWriter, IRecordLog, IStoreMeter, IAsyncDisposable
{
    /// <summary>Name of the database in its folder.</summary>
    public const string FileName = "voltloop.db";

    private readonly SqliteRecordOptions _options;
    private readonly WriterLock? _lock;
    private readonly NodeWriting? _writing;
    private readonly ReaderPool _readers;
    private readonly ThingReads _things;
    private readonly StatementReads _statements;
    private readonly SeriesReads _series;
    private readonly DocumentReads _documents;
    private readonly AccessConnection _access;
    private readonly SqliteLog _log;

    private SqliteRecord(SqliteRecordOptions options, WriterLock? writerLock, NodeWriting? writing)
    {
        _options = options;
        _lock = writerLock;
        _writing = writing;
        _readers = new ReaderPool(FilePath);
        _things = new ThingReads(_readers);
        _statements = new StatementReads(_readers);
        _series = new SeriesReads(_readers);
        _documents = new DocumentReads(_readers);
        _access = new AccessConnection(FilePath);
        Accounts = new SqliteAccountStore(_access);
        Passkeys = new SqlitePasskeyStore(_access);
        AccessLog = new SqliteAccessLog(_access, entries => writing?.TryLogAsync(entries) ?? Task.FromResult<long?>(null));
        References = new DocumentReferences(_readers);
        _log = new SqliteLog(_readers, writing?.Keys ?? NodeKeys.TryOpen(options.Directory), () => _writing?.Signer);
        Followers = new SqliteFollowers(_access);
        Replication = writing is null ? null : new SqliteReplicationSource(_readers, (_series, _documents), writing);
        Replica = writing is null ? null : new SqliteReplica(_readers, writing, Accounts);
        var events = new Sqlite.Events.SqliteEvents(_readers);
        (Events, Ledger, EventDesk) = (events, events, new Sqlite.Events.SqliteEventDesk(_access));
        Chain = new Sqlite.Between.SqliteChainStore(_access);
        Telemetry = new Sqlite.Telemetry.SqliteTelemetry(_readers);
    }

    /// <summary>Accounts, keys and sessions; they can be changed beside another process that writes the record.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>Passkeys of the accounts.</summary>
    public IPasskeyStore Passkeys { get; }

    /// <summary>The log of reads of controlled data and of changes of rights.</summary>
    public IAccessLog AccessLog { get; }

    /// <summary>What points at a document.</summary>
    public IDocumentReferences References { get; }

    /// <summary>What back-ups get; <c>null</c> for a record that was opened for reading.</summary>
    public IReplicationSource? Replication { get; }

    /// <summary>The node's own part in preservation; <c>null</c> for a record that was opened for reading.</summary>
    public IReplica? Replica { get; }

    /// <summary>Back-ups that follow this node.</summary>
    public IFollowers Followers { get; }

    /// <summary>Role and progress of the node, also of a record that was opened for reading.</summary>
    public ReplicaState Preservation => _writing?.State ?? _readers.Read(PreservationTable.Read);

    /// <summary>The events, whoever asks.</summary>
    public IEventReader Events { get; }

    /// <summary>What surrounds capturing events.</summary>
    public IEventLedger Ledger { get; }

    /// <summary>Named queries and subscriptions.</summary>
    public IEventDesk EventDesk { get; }

    /// <summary>Answers of other nodes, and questions of theirs.</summary>
    public Record.Between.IChainStore Chain { get; }

    /// <summary>Receipts and states of field telemetry.</summary>
    public Record.Telemetry.ITelemetryStore Telemetry { get; }

    /// <summary>The database file.</summary>
    public string FilePath => Path.Combine(_options.Directory, FileName);

    /// <summary>Opens a record; for writing, one that is not there yet is created and an older one is migrated.</summary>
    /// <exception cref="ProblemException">One of <see cref="RecordProblems"/>: in use, too new, damaged, missing.</exception>
    public static SqliteRecord Open(SqliteRecordOptions options) => options.ReadOnly ? OpenForReading(options) : OpenForWriting(options);

    /// <inheritdoc/>
    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        var writing = _writing ?? throw new ProblemException(RecordProblems.StoreReadOnly, $"{FilePath} was opened for reading.");
        return await writing.WriteAsync(batch, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => new(_things.Find(id));

    /// <inheritdoc/>
    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) => new(_things.List(query));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => new(_things.Count());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        new(_statements.Read(id, asOf));

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default) =>
        _statements.ReadTerm(term, asOf, cancellation);

    /// <inheritdoc/>
    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) =>
        new(_statements.History(query));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => new(_series.List(thing));

    /// <inheritdoc/>
    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => new(_series.Find(id));

    /// <inheritdoc/>
    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) =>
        _series.Read(id, range, cancellation);

    /// <inheritdoc/>
    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => new(_documents.Find(sha256));

    /// <inheritdoc/>
    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => new(_documents.Open(sha256));

    /// <inheritdoc/>
    public NodeKeys Keys => _log.Keys;

    /// <inheritdoc/>
    public ulong Size => _log.Size;

    /// <inheritdoc/>
    public SignedNote Checkpoint() => _log.Checkpoint();

    /// <inheritdoc/>
    public SignedNote? WitnessedCheckpoint
    {
        get => _log.WitnessedCheckpoint;
        set => _log.WitnessedCheckpoint = value;
    }

    /// <inheritdoc/>
    public byte[] Tile(TileAddress tile) => _log.Tile(tile);

    /// <inheritdoc/>
    public LogEntry? Entry(long number) => _log.Entry(number);

    /// <inheritdoc/>
    public (IReadOnlyList<byte[]> Leaves, byte[] Secret) Statements(long number) => _log.Statements(number);

    /// <summary>Copies the record as it is now to one file, while writes go on.</summary>
    /// <param name="path">The copy; must not be there.</param>
    /// <param name="withKeys">Takes the node's private keys along: whoever has the file can then sign as the node.</param>
    /// <param name="cancellation">Stops the work; nothing is left behind.</param>
    /// <exception cref="ProblemException">The file is there already, or there is no room for it.</exception>
    public Task BackupAsync(string path, bool withKeys, CancellationToken cancellation = default) => Task.Run(
        () =>
        {
            using var database = Database.OpenForReading(FilePath);
            using var stop = cancellation.Register(database.Interrupt);
            Stoppable(() => BackupFile.Write(database, Path.GetFullPath(path), withKeys ? Path.Combine(_options.Directory, NodeKeys.FolderName) : null), cancellation);
        },
        cancellation);

    /// <summary>Copies the record without the node's private keys.</summary>
    /// <exception cref="ProblemException">The file is there already, or there is no room for it.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation = default) => BackupAsync(path, withKeys: false, cancellation);

    /// <summary>Makes a store of a backup, after checking it.</summary>
    /// <param name="path">What <see cref="BackupAsync"/> wrote.</param>
    /// <param name="directory">A folder that is empty or not there.</param>
    /// <exception cref="ProblemException">The backup is damaged or too new, or the folder holds something.</exception>
    public static void Restore(string path, string directory) => BackupFile.Restore(path, directory);

    /// <summary>Checks the record against itself: structure, references, hashes of statements and documents, samples.</summary>
    public Task<DoctorReport> ExamineAsync(DoctorOptions options, CancellationToken cancellation = default) => Task.Run(
        () =>
        {
            using var database = Database.OpenForReading(FilePath);
            using var stop = cancellation.Register(database.Interrupt);
            database.Execute("BEGIN");
            return new Doctor(database, options, cancellation, NodeKeys.TryOpen(_options.Directory)).Examine();
        },
        cancellation);

    /// <inheritdoc/>
    public Task<StoreSizes> MeasureSizesAsync(CancellationToken cancellation = default) =>
        Task.Run(() => new StoreMeter(FilePath, cancellation).Measure(), cancellation);

    /// <inheritdoc/>
    public Task<UpdateEffort> MeasureUpdatesAsync(int updates, CancellationToken cancellation = default)
    {
        if (updates is < 1 or > UpdateEffort.MaxUpdates) throw new ProblemException(CommonProblems.BadRequest, $"Between 1 and {UpdateEffort.MaxUpdates} updates can be measured, not {updates}.", nameof(updates));
        var scratch = Path.Combine(_options.Directory, $"probe-{Path.GetRandomFileName()}");
        return UpdateProbe.RunAsync(scratch, updates, _options.Time, cancellation);
    }

    /// <summary>Writes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _access.Dispose();
        if (_writing is not null)
        {
            await _writing.DisposeAsync();
        }

        _lock?.Dispose();
    }

    // SQLite reports an interruption as an error like any other.
    private static void Stoppable(Action work, CancellationToken cancellation)
    {
        try
        {
            work();
        }
        catch (ProblemException) when (cancellation.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static void CreateFolder(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(RecordProblems.StoreFailed, $"The folder of the store cannot be made: {e.Message}", directory), e);
        }
    }

    private static SqliteRecord OpenForReading(SqliteRecordOptions options)
    {
        var record = new SqliteRecord(options, null, null);
        record._readers.Read(database =>
        {
            Schema.CheckCurrent(database);
            return true;
        });
        return record;
    }

    private static SqliteRecord OpenForWriting(SqliteRecordOptions options)
    {
        CreateFolder(options.Directory);
        var writerLock = WriterLock.Take(options.Directory);
        try
        {
            return new SqliteRecord(options, writerLock, NodeWriting.Open(options));
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }
}
