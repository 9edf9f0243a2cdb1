namespace MppDigital.Connectors.SatuSehat;

/// <summary>A health worker as SATUSEHAT SDMK knows them.</summary>
/// <param name="Profession">The register's code, the same as the option of a form: <c>perawat</c>, <c>dokter_gigi</c>.</param>
/// <param name="Registration">The STR.</param>
/// <param name="CreditPointsSufficient">SKP: enough for a renewal.</param>
public sealed record HealthWorker(string Nik, string Profession, ProfessionalRegistration Registration, bool CreditPointsSufficient);

/// <param name="Active">Not revoked or suspended.</param>
/// <param name="ValidUntil">Null: for life, as since UU 17/2023.</param>
public sealed record ProfessionalRegistration(string Number, bool Active, DateOnly? ValidUntil)
{
    public bool IsValidOn(DateOnly day) => Active && (ValidUntil is null || day <= ValidUntil);
}

/// <param name="Code">The register's own code, the stable part.</param>
public sealed record HealthFacility(string Code, string Name, string Address);
