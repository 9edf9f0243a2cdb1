namespace MppDigital.Regencies.Applications.Forms;

/// <summary>One sentence in both languages of the hall.</summary>
public readonly record struct Wording(string Id, string En)
{
    public string In(bool english) => english ? En : Id;
}
