namespace Voltloop.Record.Policies;

/// <summary>What an actor may do at this store, beside what responsibility and grants give. The numbers are stored: never renumber.</summary>
[Flags]
public enum ActorRoles
{
    /// <summary>Reads.</summary>
    None = 0,

    /// <summary>May write where its operator is responsible or holds a grant to write.</summary>
    Writer = 1,

    /// <summary>Runs the store: reads everything, manages accounts, and may revoke any right.</summary>
    Keeper = 2,
}
