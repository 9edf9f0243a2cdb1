namespace MppDigital.Regencies.Applications;

/// <summary>The person who applies, as the national login vouches for them.</summary>
/// <param name="Sub">Stable id of the account.</param>
public sealed record Applicant(string Sub, string Nik, string Name, string Phone, string Email)
{
    /// <summary>Whoever acts for the applicant; null where the applicant does.</summary>
    public ActedBy? By { get; init; }

    /// <summary>The account at the keys: files and repeated calls are its own.</summary>
    public string Actor => By?.Sub ?? Sub;

    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"applicant {Sub}";
}

/// <summary>Somebody who acts for an applicant under a mandate.</summary>
public sealed record ActedBy(Guid Mandate, string Sub, string Name)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"acting {Sub}";
}
