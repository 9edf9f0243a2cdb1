namespace MppDigital.National.Residents;

/// <summary>The signed-in person, as the national login vouches for them.</summary>
/// <param name="Sub">Stable id of the account.</param>
/// <param name="Nik">16 digits.</param>
public sealed record Resident(string Sub, string Nik, string Name)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"resident {Sub}";
}
