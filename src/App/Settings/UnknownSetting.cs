namespace Voltloop.App.Settings;

/// <summary>A name that was set and that nothing reads.</summary>
/// <param name="Key">The name.</param>
/// <param name="Nearest">A setting that may be meant; <c>null</c> when none is near.</param>
public sealed record UnknownSetting(string Key, string? Nearest)
{
    /// <inheritdoc/>
    public override string ToString() => Nearest is null ? $"{Key} is no setting." : $"{Key} is no setting; is {Nearest} meant?";
}
