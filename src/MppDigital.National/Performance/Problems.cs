using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

internal static class Problems
{
    public static Problem UnknownRegency(RegencyCode code) =>
        new(ProblemKind.NotFound, "regency-not-found", $"Daerah {code} tidak terdaftar.") { DetailEn = $"There is no regency {code}." };
}
