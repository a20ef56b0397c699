;;; editors.el --- Does in Emacs what an editor does with a record: tools/editors.py  -*- lexical-binding: t -*-

;; emacs -nw -q -l SETTINGS -l tools/editors.el, with the file for what came of it in the variable REPORT.

(require 'json)
(require 'seq)
(require 'xref)
(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
(defvar report nil)

(defun take (name value)
  (push (cons name value) report))

(defun await (what met)
  (let ((left 600))
    (while (and (> left 0) (not (funcall met)))
      (sit-for 0.05)
      (setq left (1- left)))
    (when (= left 0) (take 'never what))))

(defun writing (words)
  "Put WORDS where the id of a source stands in this line, and go behind them."
  (beginning-of-line)
  (re-search-forward "source: \\([a-z-]*\\)" (line-end-position))
  (replace-match words t t nil 1))

(defun line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun faults ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun told ()
  "What Emacs shows of the id at point."
  (let ((buffer (seq-find (lambda (each) (string-match-p "\\*eldoc" (buffer-name each))) (buffer-list))))
    (if buffer (with-current-buffer buffer (buffer-string)) "")))

(defun edit ()
  (find-file "data/events.yaml")
  (run-hooks 'post-command-hook)
  (await "a server" #'eglot-managed-p)
  (search-forward "cite: {source: council-undated-plans")

  (writing "council-undated-plons")
  (await "a fault" #'faults)
  (take 'fault (car (faults)))

  (writing "council-undated-p")
  (sit-for 1)
  (completion-at-point)
  (take 'offered (vector (line)))

  (writing "council-undated-plans")
  (await "all well again" (lambda () (null (faults))))
  (backward-char)
  (eldoc t)
  (await "words on the id" (lambda () (string-match-p "Aldermoor" (told))))
  (take 'hover (told))
  (save-window-excursion
    (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
    (take 'definition (buffer-name)))

  (cl-letf (((symbol-function 'y-or-n-p) #'always))
    (eglot-rename "plans-of-the-bridge"))
  (await "another id" (lambda () (string-match-p "plans-of-the-bridge" (line))))
  (take 'line (line))
  (take 'other (with-current-buffer "sources.yaml" (buffer-string))))

(defun all ()
  (condition-case wrong (edit) (error (take 'never (format "%S" wrong))))
  (with-temp-file (getenv "REPORT") (insert (json-encode report)))
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (set-buffer-modified-p nil)))
  (kill-emacs))

(run-with-timer 0.3 nil #'all)
;;; editors.el ends here
