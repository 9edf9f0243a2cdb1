namespace MppDigital.Regencies.Applications;

/// <summary>The person who applies, as the national login vouches for them.</summary>
/// <param name="Sub">Stable id of the account.</param>
public sealed record Applicant(string Sub, string Nik, string Name, string Phone, string Email)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"applicant {Sub}";
}
