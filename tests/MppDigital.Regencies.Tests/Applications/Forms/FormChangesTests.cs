using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class FormChangesTests
{
    [Fact]
    public void Tells_what_is_new_gone_and_otherwise()
    {
        var begun = SeedData.Service("DPM-RKL-01");
        var now = begun with
        {
            FormFields = [.. begun.FormFields.Where(f => f.Name != "npwpd").Select(f => f.Name switch { "jumlah" => f with { Required = true }, "titik" => f with { Section = "reklame" }, _ => f }), begun.FormFields[0] with { Name = "warna", Label = "Warna", LabelEn = "Colour" }],
            Requirements = [.. begun.Requirements.Where(r => r.Code != "nib")],
        };

        Assert.Equal(
            [(FormChangeKind.Changed, "Jumlah yang dipasang"), (FormChangeKind.Added, "Warna"), (FormChangeKind.Removed, "NPWPD"), (FormChangeKind.Removed, "NIB (badan usaha)")],
            FormChanges.Between(begun, now).Select(c => (c.Kind, c.Name.Id)));
        Assert.Empty(FormChanges.Between(begun, begun));
    }
}
