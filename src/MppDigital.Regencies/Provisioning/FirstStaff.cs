using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Provisioning;

/// <summary>Who sits in a regency from the moment its database exists, stored together with its identity. Asked once per run, when the central databases are there.</summary>
public delegate Task<ILookup<RegencyCode, SeatedPerson>> FirstStaff(CancellationToken ct);
