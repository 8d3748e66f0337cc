namespace Voltloop.Record.Replication;

/// <summary>Keeps which back-ups follow this node, so that one that has fallen silent is missed, also after a restart.</summary>
public interface IFollowers
{
    /// <summary>All of them by name.</summary>
    IReadOnlyList<Follower> List();

    /// <summary>Adds or replaces one.</summary>
    void Save(Follower follower);

    /// <summary>Forgets one that will not come back.</summary>
    /// <returns>False when there is none of that name.</returns>
    bool Forget(string name);
}
