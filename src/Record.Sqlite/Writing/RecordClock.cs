using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>The clock of the record: strictly growing, also when the machine's clock is set back or the process restarts.</summary>
internal sealed class RecordClock(Database database, TimeProvider time)
{
    private long _last = database.Integer("SELECT last FROM clock");

    /// <summary>The last moment given out, in microseconds.</summary>
    public long Last => _last;

    /// <summary>The next moment, in microseconds.</summary>
    public long Next() => _last = Math.Max(RecordTime.ToMicroseconds(time.GetUtcNow()), _last + 1);

    /// <summary>Keeps the last moment given out, in the open transaction.</summary>
    public void Store() => database.Get("UPDATE clock SET last = ?1").Bind(1, _last).Run();
}
