namespace Voltloop.Web.Components;

/// <summary>How much a button stands out. A page has at most one primary button in sight.</summary>
public enum ButtonKind
{
    /// <summary>Outlined.</summary>
    Normal = 0,

    /// <summary>The one thing to do here.</summary>
    Primary = 1,

    /// <summary>Without a border.</summary>
    Quiet = 2,

    /// <summary>Cannot be undone.</summary>
    Danger = 3,
}
