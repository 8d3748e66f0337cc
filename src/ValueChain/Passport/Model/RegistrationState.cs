namespace Voltloop.Passport.Model;

/// <summary>Where a passport stands on its way to the registry. Derived from the record, never stored.</summary>
public enum RegistrationState
{
    /// <summary>The self-check finds something: it would be refused.</summary>
    Blocked = 0,

    /// <summary>It may be handed over.</summary>
    Ready = 1,

    /// <summary>It was handed over and no answer has been recorded.</summary>
    Submitted = 2,

    /// <summary>It is registered, with the content it has now or without a recorded hash.</summary>
    Registered = 3,

    /// <summary>It is registered, but its content has changed since the version that was handed over.</summary>
    Changed = 4,
}
