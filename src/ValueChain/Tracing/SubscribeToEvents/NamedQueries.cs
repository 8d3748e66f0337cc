using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Queries that have a name. Each belongs to the operator who made it; the keeper sees all.</summary>
/// <param name="desk">Keeps them.</param>
/// <param name="work">Who is asking, and when.</param>
internal sealed class NamedQueries(IEventDesk desk, ActorWork work)
{
    /// <summary>Longest query, in characters of JSON.</summary>
    public const int MaxLength = 64 * 1024;

    private const int MaxName = 200;

    /// <summary>Those that the actor may see.</summary>
    public IReadOnlyList<StoredQuery> All() => [.. desk.Queries().Where(IsMine)];

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none of that name that the actor may see.</exception>
    public StoredQuery Get(string name) => All().FirstOrDefault(query => query.Name == name)
        ?? throw new ProblemException(CommonProblems.NotFound, $"There is no query {name}.");

    /// <summary>Adds a query.</summary>
    /// <exception cref="ProblemException">It is not understood, or its name is taken.</exception>
    public StoredQuery Add(string name, JsonElement query)
    {
        if (name.Length is 0 or > MaxName || name.Any(c => char.IsControl(c) || c is '/' or '?' or '#')) throw new ProblemException(QueryProblems.BadParameter, $"A name has 1 to {MaxName} characters and no / ? #.", "/name");
        var body = query.GetRawText();
        if (body.Length > MaxLength) throw new ProblemException(CommonProblems.LimitExceeded, $"The query has more than {MaxLength} characters.", "/query");
        _ = Read(query);
        var stored = new StoredQuery(name, Owner(), body, work.Now);
        return desk.TryAdd(stored) ? stored : throw new ProblemException(CommonProblems.Conflict, $"There is a query {name} already.", "/name");
    }

    /// <summary>Deletes a query with its subscriptions.</summary>
    /// <exception cref="ProblemException">There is none of that name that the actor may see.</exception>
    public void Delete(string name) => desk.DeleteQuery(Get(name).Name);

    /// <summary>Reads the query of a stored one.</summary>
    public static (EventQuery Query, IReadOnlyList<QueryParameter> Parameters, EventNamespaces Names) Read(StoredQuery stored)
    {
        using var json = JsonDocument.Parse(stored.Body);
        return Read(json.RootElement);
    }

    /// <summary>The operator in whose name the actor makes queries and subscriptions.</summary>
    /// <exception cref="ProblemException">The actor is not known.</exception>
    public string Owner() => work.Actor.Operator?.Value ?? throw new ProblemException(AccessProblems.SignInRequired, "Queries belong to an operator.");

    /// <summary>Whether something of an owner is the actor's.</summary>
    public bool IsMine(string owner) => work.Actor.IsKeeper || owner == work.Actor.Operator?.Value;

    private bool IsMine(StoredQuery query) => IsMine(query.Owner);

    private static (EventQuery, IReadOnlyList<QueryParameter>, EventNamespaces) Read(JsonElement query)
    {
        var (parameters, names) = (QueryText.Of(query), QueryText.NamesOf(query));
        return (new QueryReader(names).Read(parameters), parameters, names);
    }
}
