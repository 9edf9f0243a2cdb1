namespace MppDigital.Regencies.Documents;

/// <summary>For which defect a decision may be annulled (UU 30/2014, art. 66 (1)). Where the law granted and nobody decided, no other ground takes the document away.</summary>
public enum AnnulmentGround
{
    /// <summary><c>wewenang</c>: whom the law let grant it had no power to.</summary>
    Authority,

    /// <summary><c>prosedur</c>: it came about against the procedure, for example on a false document.</summary>
    Procedure,

    /// <summary><c>substansi</c>: what was granted is against the law.</summary>
    Substance,
}
