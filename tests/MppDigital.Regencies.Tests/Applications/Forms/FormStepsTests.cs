using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class FormStepsTests
{
    public static TheoryData<string> Services => [.. SeedData.Services.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Puts_every_field_on_one_page_and_every_file_on_its_own(string service)
    {
        var definition = SeedData.Service(service);

        var steps = FormSteps.Of(definition, HeldFacts.None, [.. definition.Requirements.Where(r => r.UploadNeeded).Select(r => r.Code)], new HashSet<string>());

        Assert.Equal(definition.FormFields.Where(f => f.Compute is null).Select(f => f.Name).Order(), steps.SelectMany(s => s.Fields).Select(f => f.Name).Order());
        Assert.Equal(definition.Requirements.Where(r => r.UploadNeeded).Select(r => r.Code), steps.Where(s => s.Upload is not null).Select(s => s.Upload!.Code));
        Assert.Equal(steps.Count, steps.Select(s => s.Key).Distinct().Count());
        Assert.All(steps, s => Assert.Matches("^[a-z0-9-]+$", s.Key));
        Assert.DoesNotContain(steps, s => s.Key == "periksa" || s.Known);
        Assert.All(steps, s => Assert.True(s.Fields.Count <= 8, $"{s.Key} asks {s.Fields.Count} questions"));
    }

    [Fact]
    public void Asks_a_nurse_only_what_no_register_knows()
    {
        var held = Filled.Held(
            ("nik", "1375016501909990"), ("nama_lengkap", "Siti Anggraini"), ("alamat", "Jl. Merdeka No. 3"), ("no_str", "SY0123456789"), ("profesi", "Perawat"), ("no_hp", "081234567890"), ("email", "siti@contoh.id"));

        var steps = FormSteps.Of(SeedData.Service("DPM-SIP-04"), held, ["foto"], new HashSet<string>());

        Assert.Equal(["fasilitas", "jadwal-praktik", "kontak", "berkas-foto"], steps.Select(s => s.Key));
        Assert.Equal(["fasilitas", "alamat_praktik"], steps[0].Fields.Select(f => f.Name));
        Assert.Equal(["jadwal_praktik", "sip_ke", "sip_lama"], steps[1].Fields.Select(f => f.Name));
        Assert.Equal(["kontak"], steps.Where(s => s.Known).Select(s => s.Key));
    }
}
