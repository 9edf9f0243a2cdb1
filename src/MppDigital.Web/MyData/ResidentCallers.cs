using MppDigital.National.Residents;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.MyData;

/// <summary>Turns the signed-in <c>sub</c> into a resident: my data belongs to people with a NIK.</summary>
internal sealed class ResidentCallers(PersonOfRequest people)
{
    private static readonly Problem NotAResident = new(ProblemKind.Forbidden, "citizens-only", "Halaman ini milik warga dengan NIK. Masuk dengan akun warga.") { DetailEn = "This belongs to residents with a NIK. Sign in with a resident's account." };

    public async Task<Outcome<Resident>> ResidentAsync(HttpContext http, CancellationToken ct) =>
        await people.FindAsync(http, ct) is { Nik: { Length: > 0 } nik } person ? new Resident(person.Sub, nik, person.Name ?? "") : NotAResident;
}
