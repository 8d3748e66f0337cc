namespace Voltloop.Record.Policies;

/// <summary>What a grant gives. Each right contains those before it.</summary>
public enum AccessRight
{
    /// <summary>To read.</summary>
    Read = 0,

    /// <summary>To write statements.</summary>
    Write = 1,

    /// <summary>To hand over responsibility.</summary>
    Administer = 2,
}
