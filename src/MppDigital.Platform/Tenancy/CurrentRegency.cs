namespace MppDigital.Platform.Tenancy;

/// <summary>The regency of this request, job or command: entered once per scope, never changed, never defaulted.</summary>
public sealed class CurrentRegency
{
    private Regency? regency;

    public bool IsEntered => regency is not null;

    /// <exception cref="InvalidOperationException">No regency was entered: code that needs one ran outside a regency.</exception>
    public Regency Value => regency ?? throw new InvalidOperationException("No regency was entered in this scope.");

    /// <exception cref="InvalidOperationException">A second call: a scope belongs to one regency for its whole life.</exception>
    public void Enter(Regency entered)
    {
        if (regency is not null) throw new InvalidOperationException($"This scope already belongs to {regency.Code}.");
        regency = entered;
    }
}
