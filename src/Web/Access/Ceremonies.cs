using System.Collections.Concurrent;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Ceremonies that were begun and not finished: each has one challenge, counts once, and only for who began it.</summary>
/// <typeparam name="T">What is kept until the answer comes.</typeparam>
/// <param name="clock">Their age.</param>
internal sealed class Ceremonies<T>(TimeProvider clock)
{
    /// <summary>Most that are open at once: more are refused, so that beginning many costs no memory.</summary>
    public const int MaxOpen = 10_000;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (T State, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);

    /// <summary>Keeps a state; the name to ask for it.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.TooManyRequests"/>.</exception>
    public string Begin(T state)
    {
        if (_open.Count >= MaxOpen) Sweep();
        if (_open.Count >= MaxOpen) throw new ProblemException(AccessProblems.TooManyRequests, "Too many people are signing in at once.", null, "Try again in a minute.");
        var name = Secrets.New("");
        _open[name] = (state, clock.GetUtcNow() + MaxAge);
        return name;
    }

    /// <summary>The state with a name, once; <c>null</c> when it was asked for before or is too old.</summary>
    public T? Take(string? name) => name is not null && _open.TryRemove(name, out var kept) && kept.Until > clock.GetUtcNow() ? kept.State : default;

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (name, kept) in _open)
        {
            if (kept.Until <= now) _open.TryRemove(name, out _);
        }
    }
}
